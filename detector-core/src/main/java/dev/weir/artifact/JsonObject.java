package dev.weir.artifact;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A JSON object whose members are asked for by name and type; what is missing or of another type is
 * named.
 */
record JsonObject(Map<?, ?> members, String path) {

  static JsonObject parse(String text) {
    return of(Json.parse(text), "");
  }

  private static JsonObject of(Object value, String path) {
    if (value instanceof Map<?, ?> members) {
      return new JsonObject(members, path);
    }
    throw new IllegalArgumentException("field=" + path + " must be an object");
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  JsonObject object(String name) {
    return of(require(name, Map.class), path + name + ".");
  }

  String string(String name) {
    return (String) require(name, String.class);
  }

  int integer(String name) {
    double number = (Double) require(name, Double.class);
    if (number != (int) number) {
      throw new IllegalArgumentException(
          "field=" + path + name + " must be a whole number, found=" + number);
    }
    return (int) number;
  }

  List<String> strings(String name) {
    return ((List<?>) require(name, List.class)).stream().map(String.class::cast).toList();
  }

  long[] wholes(String name) {
    return ((List<?>) require(name, List.class))
        .stream().mapToLong(number -> ((Double) number).longValue()).toArray();
  }

  float[] floats(String name) {
    return floats((List<?>) require(name, List.class));
  }

  float[][] matrix(String name) {
    return ((List<?>) require(name, List.class))
        .stream().map(row -> floats((List<?>) row)).toArray(float[][]::new);
  }

  Map<String, String> stringMap(String name) {
    Map<String, String> map = new TreeMap<>();
    object(name)
        .members
        .forEach((key, value) -> map.put(String.valueOf(key), String.valueOf(value)));
    return map;
  }

  Map<String, Double> numberMap(String name) {
    Map<String, Double> map = new TreeMap<>();
    JsonObject numbers = object(name);
    numbers
        .members
        .keySet()
        .forEach(
            key ->
                map.put(
                    String.valueOf(key),
                    (Double) numbers.require(String.valueOf(key), Double.class)));
    return map;
  }

  private static float[] floats(List<?> numbers) {
    float[] floats = new float[numbers.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = ((Double) numbers.get(i)).floatValue();
    }
    return floats;
  }

  private Object require(String name, Class<?> type) {
    Object value = members.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "field=" + path + name + " must be a " + type.getSimpleName() + ", found=" + value);
    }
    return value;
  }
}
