package dev.weir.event;

/** The input formats that Weir reads. */
public enum EventFormat {
  /** {@code {"series":"host-1/cpu","time":1722945600000,"value":93.4}}. */
  JSON(new JsonEventDecoder()),
  /** {@code series,time,value[,value...]}, one line a record. */
  CSV(new CsvEventDecoder());

  @SuppressWarnings("ImmutableEnumChecker") // decoders are stateless
  private final EventDecoder decoder;

  EventFormat(EventDecoder decoder) {
    this.decoder = decoder;
  }

  /** The decoder of this format. */
  public EventDecoder decoder() {
    return decoder;
  }
}
