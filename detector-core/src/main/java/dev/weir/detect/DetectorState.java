package dev.weir.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * All that is kept of one series; its sizes follow from the model. Backs {@link Detector}, which
 * knows what stands where.
 *
 * <p>Two arrays: the network's floats, which its loops want as floats, and all else.
 */
public final class DetectorState {

  static final byte VERSION = 3;

  private static final int CACHE_LINE = 64;

  final byte[] bytes;
  final float[] network;

  /** Whether the network step for the last point is pending in the detector that stepped it. */
  boolean stepPending;

  DetectorState(byte[] bytes, float[] network) {
    this.bytes = bytes;
    this.network = network;
  }

  /**
   * An independent copy.
   *
   * @throws IllegalStateException if a network step is pending; see {@link Detector#flush}
   */
  public DetectorState copy() {
    requireFlushed();
    return new DetectorState(bytes.clone(), network.clone());
  }

  /** Has memory bring what says where the rest is; returns something of it. */
  public int touch() {
    return bytes.length + network.length;
  }

  /**
   * Reads a little of every cache line, so that memory brings them all at once before the first is
   * needed; returns something of what was read.
   */
  public int touchAll() {
    int sum = 0;
    for (int i = 0; i < bytes.length; i += CACHE_LINE) {
      sum += bytes[i];
    }
    float floats = 0;
    for (int i = 0; i < network.length; i += CACHE_LINE / Float.BYTES) {
      floats += network[i];
    }
    return sum + (int) floats;
  }

  /** Writes the version, the bytes, then 4 bytes a float; the size is fixed by the model. */
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
   * What {@link #write} writes.
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
   * Reads what {@link #write} wrote, into a state of the same model.
   *
   * @throws IOException where the bytes are of another version
   */
  public void readFrom(DataInput in) throws IOException {
    byte[] all = new byte[1 + bytes.length + Float.BYTES * network.length];
    in.readFully(all);
    fromBytes(all);
  }

  /**
   * Reads what {@link #toBytes} gave, into a state of the same model.
   *
   * @throws IOException where the bytes are of another version
   */
  public void fromBytes(byte[] all) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(all);
    byte version = in.get();
    if (version != VERSION) {
      throw new IOException(
          "detector state is of another version: found=" + version + ", readable=" + VERSION);
    }
    in.get(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(network);
  }
}
