// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.deploy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The compose file, as Docker Compose reads it without environment variables. */
final class Compose {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\w+:-([^}]*)}");

  private final Yml services = Repository.yaml("docker-compose.yml").at("services");

  /** A volume of a service. */
  record Mount(String type, String source, String target) {

    /** Returns whether the mount contains a path of the container. */
    boolean holds(String path) {
      return path.equals(target) || path.startsWith(target + "/");
    }
  }

  Set<String> names() {
    return services.keys();
  }

  Yml service(String name) {
    return services.at(name);
  }

  /** Returns the Dockerfile of a service. */
  Dockerfile dockerfile(String service) {
    return Dockerfile.read(service(service).at("build").at("dockerfile").text());
  }

  /** Returns the image of a service, such as {@code apache/kafka:4.2.0}. */
  String image(String service) {
    return service(service).at("image").text();
  }

  List<Mount> mounts(String service) {
    Yml definition = service(service);
    return definition.has("volumes")
        ? definition.at("volumes").items().stream().map(Compose::mount).toList()
        : List.of();
  }

  private static Mount mount(Yml volume) {
    if (volume.has("type")) {
      return new Mount(
          volume.at("type").text(), volume.at("source").text(), volume.at("target").text());
    }
    String[] parts = volume.text().split(":", -1);
    return new Mount(parts[0].startsWith(".") ? "bind" : "volume", parts[0], parts[1]);
  }

  List<String> command(String service) {
    return service(service).at("command").texts();
  }

  /** Returns the word after an option. */
  static String optionValue(String option, List<String> command) {
    return command.get(command.indexOf(option) + 1);
  }

  String environment(String service, String variable) {
    return resolve(service(service).at("environment").at(variable).text());
  }

  /** Returns the Flink options of a service. */
  Map<String, String> flinkProperties(String service) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (String line : environment(service, "FLINK_PROPERTIES").lines().toList()) {
      int colon = line.indexOf(':');
      properties.put(line.substring(0, colon), line.substring(colon + 1));
    }
    return properties;
  }

  /** Returns the published container ports of a service, by host port. */
  Map<String, String> published(String service) {
    Map<String, String> ports = new LinkedHashMap<>();
    for (String port : service(service).at("ports").texts()) {
      String[] parts = port.split(":", -1);
      ports.put(parts[1], parts[2]);
    }
    return ports;
  }

  private static String resolve(String text) {
    Matcher matcher = VARIABLE.matcher(text);
    return matcher.replaceAll(result -> Matcher.quoteReplacement(result.group(1)));
  }
}
