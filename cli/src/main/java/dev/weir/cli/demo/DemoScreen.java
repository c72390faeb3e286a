// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** Output of the demo. */
public interface DemoScreen {

  /** Prints the title of the next step. */
  void step(String format, Object... values);

  /** Prints a line about the current step. */
  void detail(String format, Object... values);

  /** Prints an alert. */
  void alert(JsonNode alert);
}
