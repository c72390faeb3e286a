// SPDX-License-Identifier: Apache-2.0
package dev.weir.artifact;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.forecast.Tensor;
import dev.weir.forecast.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The safetensors format, for float32: 8 bytes of header length, a JSON header with dtype, shape
 * and offsets of each tensor, then the elements. All numbers are little-endian.
 */
final class Safetensors {

  private static final int LENGTH_BYTES = 8;
  private static final String FLOAT32 = "F32";
  private static final String METADATA = "__metadata__";
  private static final String NAME = ModelWriter.WEIGHTS_ENTRY;

  private Safetensors() {}

  /** A tensor in the header; its offsets are start and end in the data, in bytes. */
  private record TensorHeader(
      String dtype, int[] shape, @JsonProperty("data_offsets") int[] offsets) {}

  static byte[] write(Weights weights) {
    Map<String, TensorHeader> header = new LinkedHashMap<>();
    int offset = 0;
    for (Map.Entry<String, Tensor> entry : weights.tensors().entrySet()) {
      int end = offset + Float.BYTES * entry.getValue().values().length;
      int[] offsets = {offset, end};
      header.put(entry.getKey(), new TensorHeader(FLOAT32, entry.getValue().shape(), offsets));
      offset = end;
    }
    byte[] json = ArtifactJson.compact(header);
    ByteBuffer out =
        ByteBuffer.allocate(LENGTH_BYTES + json.length + offset).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(json.length).put(json);
    for (Tensor tensor : weights.tensors().values()) {
      out.asFloatBuffer().put(tensor.values());
      out.position(out.position() + Float.BYTES * tensor.values().length);
    }
    return out.array();
  }

  /**
   * Reads weights.
   *
   * @throws IllegalArgumentException if the bytes are not safetensors of float32
   */
  static Weights read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long headerBytes = bytes.length < LENGTH_BYTES ? -1 : in.getLong();
    if (headerBytes < 0 || headerBytes > in.remaining()) {
      throw new IllegalArgumentException(
          "the weights are truncated: bytes=" + bytes.length + ", header=" + headerBytes);
    }
    int data = LENGTH_BYTES + (int) headerBytes;
    JsonNode header = ArtifactJson.parse(Arrays.copyOfRange(bytes, LENGTH_BYTES, data), NAME);
    return new Weights(tensors(header, in.slice(data, bytes.length - data)));
  }

  private static Map<String, Tensor> tensors(JsonNode header, ByteBuffer data) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : header.properties()) {
      String source = NAME + ": " + field.getKey();
      if (!field.getKey().equals(METADATA)) {
        TensorHeader tensor = ArtifactJson.convert(field.getValue(), TensorHeader.class, source);
        tensors.put(field.getKey(), tensor(tensor, data, source));
      }
    }
    return tensors;
  }

  private static Tensor tensor(TensorHeader header, ByteBuffer data, String source) {
    if (!header.dtype().equals(FLOAT32)) {
      throw new IllegalArgumentException(
          source + ": dtype must be " + FLOAT32 + ": dtype=" + header.dtype());
    }
    int[] offsets = header.offsets();
    if (offsets.length != 2
        || offsets[0] < 0
        || offsets[1] < offsets[0]
        || offsets[1] > data.capacity()) {
      throw new IllegalArgumentException(
          source
              + ": the weights are truncated: data_offsets="
              + Arrays.toString(offsets)
              + ", data bytes="
              + data.capacity());
    }
    float[] values = new float[(offsets[1] - offsets[0]) / Float.BYTES];
    data.slice(offsets[0], offsets[1] - offsets[0])
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    return new Tensor(header.shape(), values);
  }
}
