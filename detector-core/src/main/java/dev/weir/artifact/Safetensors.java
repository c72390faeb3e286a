package dev.weir.artifact;

import dev.weir.forecast.Tensor;
import dev.weir.forecast.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The safetensors format, float32 only: 8 bytes of header length, a JSON header of name to dtype,
 * shape and offsets, then the numbers; all little-endian.
 */
final class Safetensors {

  private static final int LENGTH_BYTES = 8;

  private Safetensors() {}

  static byte[] write(Weights weights) {
    Map<String, Object> header = new LinkedHashMap<>();
    int offset = 0;
    for (Map.Entry<String, Tensor> entry : weights.tensors().entrySet()) {
      int end = offset + Float.BYTES * entry.getValue().values().length;
      header.put(entry.getKey(), describe(entry.getValue(), offset, end));
      offset = end;
    }
    byte[] json = Json.write(header).replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
    ByteBuffer out =
        ByteBuffer.allocate(LENGTH_BYTES + json.length + offset).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(json.length).put(json);
    for (Tensor tensor : weights.tensors().values()) {
      out.asFloatBuffer().put(tensor.values());
      out.position(out.position() + Float.BYTES * tensor.values().length);
    }
    return out.array();
  }

  private static Map<String, Object> describe(Tensor tensor, int offset, int end) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("dtype", "F32");
    description.put("shape", Arrays.stream(tensor.shape()).boxed().toList());
    description.put("data_offsets", List.of(offset, end));
    return description;
  }

  /**
   * @throws IllegalArgumentException where the bytes are not safetensors of float32
   */
  static Weights read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long headerBytes = bytes.length < LENGTH_BYTES ? -1 : in.getLong();
    if (headerBytes < 0 || headerBytes > in.remaining()) {
      throw new IllegalArgumentException(
          "weights are cut short: bytes=" + bytes.length + ", header=" + headerBytes);
    }
    int data = LENGTH_BYTES + (int) headerBytes;
    JsonObject header =
        JsonObject.parse(
            new String(bytes, LENGTH_BYTES, (int) headerBytes, StandardCharsets.UTF_8));
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Object name : header.members().keySet()) {
      if (!name.equals("__metadata__")) {
        tensors.put(
            name.toString(),
            tensor(header.object(name.toString()), in.slice(data, bytes.length - data)));
      }
    }
    return new Weights(tensors);
  }

  private static Tensor tensor(JsonObject description, ByteBuffer data) {
    if (!description.string("dtype").equals("F32")) {
      throw new IllegalArgumentException(
          "weights must be F32: field="
              + description.path()
              + "dtype, found="
              + description.string("dtype"));
    }
    int[] shape = integers(description.floats("shape"));
    int[] offsets = integers(description.floats("data_offsets"));
    if (offsets.length != 2
        || offsets[0] < 0
        || offsets[1] < offsets[0]
        || offsets[1] > data.capacity()) {
      throw new IllegalArgumentException(
          "weights are cut short: field=" + description.path() + "data_offsets");
    }
    float[] values = new float[(offsets[1] - offsets[0]) / Float.BYTES];
    data.slice(offsets[0], offsets[1] - offsets[0])
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    return new Tensor(shape, values);
  }

  private static int[] integers(float[] numbers) {
    int[] integers = new int[numbers.length];
    for (int i = 0; i < integers.length; i++) {
      integers[i] = Math.round(numbers[i]);
    }
    return integers;
  }
}
