// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The Maven poms of the repository. */
final class Poms {

  private final Document root = read(Path.of("pom.xml"));

  /** Returns a property of the root pom. */
  String property(String name) {
    return text(root, "/project/properties/" + name);
  }

  /** Returns the main classes of the jars of a module. */
  List<String> mainClasses(String module) {
    return texts(read(Path.of(module, "pom.xml")), "//mainClass");
  }

  private static Document read(Path pom) {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(Repository.resolve(pom.toString()).toFile());
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new AssertionError("can't read " + pom, e);
    }
  }

  private static String text(Document pom, String path) {
    List<String> texts = texts(pom, path);
    if (texts.size() != 1) {
      throw new AssertionError("expected one " + path + ", found " + texts);
    }
    return texts.get(0);
  }

  private static List<String> texts(Document pom, String path) {
    try {
      XPath xpath = XPathFactory.newDefaultInstance().newXPath();
      NodeList nodes = (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        Node node = nodes.item(i);
        texts.add(node.getTextContent().strip());
      }
      return texts;
    } catch (XPathExpressionException e) {
      throw new AssertionError(path, e);
    }
  }
}
