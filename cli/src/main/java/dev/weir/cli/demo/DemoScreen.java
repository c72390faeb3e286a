// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** What the person at the terminal sees. */
public interface DemoScreen {

  /** The next thing that is done. */
  void step(String format, Object... values);

  /** More about it. */
  void detail(String format, Object... values);

  /** An alert, as it happens. */
  void alert(JsonNode alert);
}
