// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.deploy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A node of a YAML document.
 *
 * @param node map, list or scalar
 */
record Yml(Object node) {

  /** Returns the value of a key; fails if there is none. */
  Yml at(String key) {
    if (!has(key)) {
      throw new AssertionError("no key " + key + " in " + node);
    }
    return new Yml(((Map<?, ?>) node).get(key));
  }

  boolean has(String key) {
    return node instanceof Map<?, ?> map && map.containsKey(key);
  }

  Set<String> keys() {
    return ((Map<?, ?>) node).keySet().stream().map(String::valueOf).collect(Collectors.toSet());
  }

  List<Yml> items() {
    return ((List<?>) node).stream().map(Yml::new).toList();
  }

  List<String> texts() {
    return items().stream().map(Yml::text).toList();
  }

  String text() {
    return String.valueOf(node);
  }
}
