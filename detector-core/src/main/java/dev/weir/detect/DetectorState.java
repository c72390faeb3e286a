// SPDX-License-Identifier: Apache-2.0
package dev.weir.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * State of {@link Detector} for one series.
 *
 * <p>It has two arrays of a size that the model determines: the floats of the network, and the
 * bytes of all other stages. The network has an array of floats because its loops are vectorised
 * over floats.
 */
public final class DetectorState {

  static final byte VERSION = 3;

  private static final int CACHE_LINE_BYTES = 64;

  final byte[] bytes;
  final float[] network;

  /** Whether the network step of the last point is pending in the detector that stepped it. */
  boolean stepPending;

  DetectorState(byte[] bytes, float[] network) {
    this.bytes = bytes;
    this.network = network;
  }

  /**
   * Returns an independent copy.
   *
   * @throws IllegalStateException if a network step is pending; see {@link Detector#flush}
   */
  public DetectorState copy() {
    requireFlushed();
    return new DetectorState(bytes.clone(), network.clone());
  }

  /** Prefetches the array headers. The return value prevents dead-code elimination. */
  public int prefetchHeaders() {
    return bytes.length + network.length;
  }

  /**
   * Prefetches all cache lines of the arrays, so that the waits for memory overlap. The return
   * value prevents dead-code elimination.
   */
  public int prefetchContents() {
    int sum = 0;
    for (int i = 0; i < bytes.length; i += CACHE_LINE_BYTES) {
      sum += bytes[i];
    }
    float floats = 0;
    for (int i = 0; i < network.length; i += CACHE_LINE_BYTES / Float.BYTES) {
      floats += network[i];
    }
    return sum + (int) floats;
  }

  /**
   * Writes the state. Its size is the same for all series of a model.
   *
   * @throws IllegalStateException if a network step is pending
   */
  public void write(DataOutput out) throws IOException {
    out.write(toBytes());
  }

  void requireFlushed() {
    if (stepPending) {
      throw new IllegalStateException(
          "the state has a pending network step: call flush() of the detector that stepped it"
              + " before the state is copied, serialized or stepped by another detector");
    }
  }

  /**
   * Serializes the state: the version, the bytes, then the floats of the network, little-endian.
   *
   * @throws IllegalStateException if a network step is pending
   */
  public byte[] toBytes() {
    requireFlushed();
    ByteBuffer all = ByteBuffer.allocate(1 + bytes.length + Float.BYTES * network.length);
    all.put(VERSION).put(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(network);
    return all.array();
  }

  /**
   * Replaces this state by one that {@link #write} wrote, of the same model.
   *
   * @throws IOException if the version of the state is unknown
   */
  public void readFrom(DataInput in) throws IOException {
    byte[] all = new byte[1 + bytes.length + Float.BYTES * network.length];
    in.readFully(all);
    fromBytes(all);
  }

  /**
   * Replaces this state by one that {@link #toBytes} serialized, of the same model.
   *
   * @throws IOException if the version of the state is unknown
   */
  public void fromBytes(byte[] all) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(all);
    byte version = in.get();
    if (version != VERSION) {
      throw new IOException(
          "the version of the detector state is unknown: found="
              + version
              + ", readable="
              + VERSION);
    }
    in.get(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(network);
  }
}
