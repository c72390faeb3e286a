// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

/** The formats of input records. */
public enum EventFormat {
  /** {@code {"series":"host-1/cpu","time":1722945600000,"value":93.4}}. */
  JSON,
  /** {@code series,time,value[,value...]}, one line per record. */
  CSV;

  /** Creates a decoder of this format. */
  public EventDecoder decoder() {
    return switch (this) {
      case JSON -> new JsonEventDecoder();
      case CSV -> new CsvEventDecoder();
    };
  }
}
