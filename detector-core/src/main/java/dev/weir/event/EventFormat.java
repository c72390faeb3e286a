package dev.weir.event;

/** The input formats that Weir reads. */
public enum EventFormat {
  /** {@code {"series":"host-1/cpu","time":1722945600000,"value":93.4}}. */
  JSON,
  /** {@code series,time,value[,value...]}, one line a record. */
  CSV;

  /** A new decoder of this format, for one thread. */
  public EventDecoder decoder() {
    return switch (this) {
      case JSON -> new JsonEventDecoder();
      case CSV -> new CsvEventDecoder();
    };
  }
}
