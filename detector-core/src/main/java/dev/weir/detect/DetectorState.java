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

  final byte[] bytes;
  final float[] network;

  DetectorState(byte[] bytes, float[] network) {
    this.bytes = bytes;
    this.network = network;
  }

  /** An independent copy. */
  public DetectorState copy() {
    return new DetectorState(bytes.clone(), network.clone());
  }

  /** Writes the version, the bytes, then 4 bytes a float; the size is fixed by the model. */
  public void write(DataOutput out) throws IOException {
    out.write(toBytes());
  }

  /** What {@link #write} writes. */
  public byte[] toBytes() {
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
    byte version = in.readByte();
    if (version != VERSION) {
      throw new IOException(
          "detector state is of another version: found=" + version + ", readable=" + VERSION);
    }
    in.readFully(bytes);
    byte[] floats = new byte[Float.BYTES * network.length];
    in.readFully(floats);
    ByteBuffer.wrap(floats).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(network);
  }
}
