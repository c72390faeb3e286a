package dev.weir.cli.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

/** What the build produces, told from the poms. */
final class Poms {

  private static final String PLUGIN =
      "/project/build/plugins/plugin[artifactId='%s']/executions/execution/configuration";

  private final Document root = read(Path.of("pom.xml"));

  /** Jars and folders below the modules' target folders. */
  Set<Path> outputs() {
    Set<Path> outputs = new HashSet<>();
    for (String module : texts(root, "/project/modules/module")) {
      outputs.addAll(outputs(module, read(Path.of(module, "pom.xml"))));
    }
    return outputs;
  }

  private Set<Path> outputs(String module, Document pom) {
    Path target = Repository.resolve(module).resolve("target");
    String jar = text(pom, "/project/artifactId") + "-" + text(root, "/project/version");
    Set<Path> outputs = new HashSet<>(Set.of(target.resolve(jar + ".jar")));
    String shade = PLUGIN.formatted("maven-shade-plugin");
    for (String classifier : texts(pom, shade + "/shadedClassifierName")) {
      outputs.add(target.resolve(jar + "-" + classifier + ".jar"));
    }
    String copy = PLUGIN.formatted("maven-dependency-plugin");
    for (String folder : texts(pom, copy + "/outputDirectory")) {
      outputs.add(
          Path.of(folder.replace("${project.build.directory}", target.toString())).normalize());
    }
    return outputs;
  }

  /** A property of the root pom, like a library's version. */
  String property(String name) {
    return text(root, "/project/properties/" + name);
  }

  /** Classes that the jars of a module name as their main class. */
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
