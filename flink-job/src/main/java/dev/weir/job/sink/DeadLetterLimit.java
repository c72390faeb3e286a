// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.sink;

import dev.weir.job.source.SourceRecord;
import dev.weir.job.source.SourceRecord.SourceHeader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The size limit of a dead letter. A malformed record may be as large as a producer can send, and
 * has no room for the headers of the error.
 *
 * @param maxRequestBytes {@code max.request.size} of the producer, which a record and its batch
 *     must not exceed
 */
record DeadLetterLimit(int maxRequestBytes) implements Serializable {

  /** Header of the original size of a value that was cut, bytes, as text. */
  static final String VALUE_BYTES = "__weir.original.value.bytes";

  /** Header of the original size of a key that was cut, bytes, as text. */
  static final String KEY_BYTES = "__weir.original.key.bytes";

  /** Header of the original size of all headers, bytes, as text, where some were dropped. */
  static final String HEADERS_BYTES = "__weir.original.headers.bytes";

  /** Upper bound of a batch without records (61 bytes) and of a record without content (21). */
  private static final int BATCH_BYTES = 82;

  /** Upper bound of the lengths of a key, a value and the number of headers. */
  private static final int LENGTHS_BYTES = 15;

  /** Upper bound of the lengths of the name and value of a header. */
  private static final int HEADER_LENGTHS_BYTES = 10;

  /** Upper bound of the headers that state what was cut. */
  private static final int CUT_HEADERS_BYTES = 256;

  /** The key and the headers of a record that is cut each get at most this part of the limit. */
  private static final int SHARE = 4;

  /**
   * Returns the record itself if it fits. Otherwise returns a copy whose value and oversized key
   * are cut, without headers that do not fit, and with headers that state the original sizes.
   *
   * @param added headers that the dead letter has beside those of the record
   */
  SourceRecord fit(SourceRecord source, List<SourceHeader> added) {
    long available = maxRequestBytes - BATCH_BYTES - LENGTHS_BYTES - bytes(added);
    long size = bytes(source.key()) + bytes(source.value()) + bytes(source.headers());
    return size <= available ? source : cut(source, Math.max(0, available - CUT_HEADERS_BYTES));
  }

  private static SourceRecord cut(SourceRecord source, long available) {
    long share = available / SHARE;
    List<SourceHeader> headers = first(source.headers(), share);
    Optional<byte[]> key = first(source.key(), share);
    long headerBytes = bytes(headers);
    Optional<byte[]> value = first(source.value(), available - headerBytes - bytes(key));
    addOriginalSize(headers, VALUE_BYTES, bytes(source.value()), bytes(value));
    addOriginalSize(headers, KEY_BYTES, bytes(source.key()), bytes(key));
    addOriginalSize(headers, HEADERS_BYTES, bytes(source.headers()), headerBytes);
    return new SourceRecord(source.position(), source.timestampMillis(), key, value, headers);
  }

  private static void addOriginalSize(
      List<SourceHeader> headers, String name, long original, long kept) {
    if (kept < original) {
      byte[] text = Long.toString(original).getBytes(StandardCharsets.UTF_8);
      headers.add(new SourceHeader(name, Optional.of(text)));
    }
  }

  private static Optional<byte[]> first(Optional<byte[]> bytes, long length) {
    return bytes.map(all -> all.length <= length ? all : Arrays.copyOf(all, (int) length));
  }

  /** Returns the headers without those that do not fit after the ones before them. */
  private static List<SourceHeader> first(List<SourceHeader> headers, long available) {
    List<SourceHeader> kept = new ArrayList<>();
    long left = available;
    for (SourceHeader header : headers) {
      if (bytes(header) <= left) {
        kept.add(header);
        left -= bytes(header);
      }
    }
    return kept;
  }

  private static long bytes(List<SourceHeader> headers) {
    return headers.stream().mapToLong(DeadLetterLimit::bytes).sum();
  }

  private static long bytes(SourceHeader header) {
    return HEADER_LENGTHS_BYTES
        + header.name().getBytes(StandardCharsets.UTF_8).length
        + bytes(header.value());
  }

  private static long bytes(Optional<byte[]> bytes) {
    return bytes.map(all -> all.length).orElse(0);
  }
}
