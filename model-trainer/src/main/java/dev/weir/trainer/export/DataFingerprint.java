// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.export;

import dev.weir.series.RecordedSeries;
import dev.weir.trainer.history.History;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a history: names, times and values, in order. */
final class DataFingerprint {

  private DataFingerprint() {}

  static String of(History history) {
    MessageDigest digest = sha256();
    for (RecordedSeries series : history.series()) {
      digest.update(series.name().getBytes(StandardCharsets.UTF_8));
      digest.update(series.features().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(points(series));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] points(RecordedSeries series) {
    int width = Long.BYTES + Double.BYTES * series.features().size();
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(series.length(), width));
    for (int t = 0; t < series.length(); t++) {
      bytes.putLong(series.times()[t]);
      for (double value : series.values()[t]) {
        bytes.putDouble(value);
      }
    }
    return bytes.array();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
