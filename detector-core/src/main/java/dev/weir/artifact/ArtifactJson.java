// SPDX-License-Identifier: Apache-2.0
package dev.weir.artifact;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorDistribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;

/**
 * The JSON of an artifact, read and written with Jackson. Missing and null fields, strings in place
 * of numbers and fractions in place of integers are rejected. Unknown fields are ignored.
 */
final class ArtifactJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .addMixIn(CellKind.class, Labelled.class)
          .addMixIn(ErrorDistribution.class, Labelled.class)
          .addMixIn(Architecture.class, ArchitectureFields.class)
          .build();

  /** Line ends do not depend on the platform, so that equal artifacts have equal bytes. */
  private static final DefaultPrettyPrinter INDENTED =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

  private ArtifactJson() {}

  /** Mix-in that writes an enum constant as its label. */
  private interface Labelled {
    @JsonValue
    String label();
  }

  /** Mix-in with the field name of format 1. */
  private interface ArchitectureFields {
    @JsonProperty("law")
    ErrorDistribution errorDistribution();
  }

  /**
   * Parses JSON.
   *
   * @param source name of the JSON in messages
   * @throws IllegalArgumentException if the bytes are not JSON, with source and position
   */
  static JsonNode parse(byte[] json, String source) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String position = " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new IllegalArgumentException(source + position + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
    }
  }

  /**
   * Converts parsed JSON to a record.
   *
   * @param source name of the JSON in messages
   * @throws IllegalArgumentException if a field is missing or has another type, with source and
   *     field
   */
  static <T> T convert(JsonNode json, Class<T> type, String source) {
    try {
      return MAPPER.treeToValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          source + ": field=" + path(e) + ": " + e.getOriginalMessage(), e);
    }
  }

  private static String path(JsonProcessingException e) {
    return e instanceof JsonMappingException mapping
        ? mapping.getPath().stream().map(ArtifactJson::step).collect(Collectors.joining("."))
        : "";
  }

  private static String step(JsonMappingException.Reference reference) {
    String field = reference.getFieldName();
    return field == null ? String.valueOf(reference.getIndex()) : field;
  }

  /** Serializes a value without white space. */
  static byte[] compact(Object value) {
    return write(MAPPER.writer(), value);
  }

  /** Serializes a value with one field per line. */
  static byte[] indented(Object value) {
    return write(MAPPER.writer(INDENTED), value);
  }

  private static byte[] write(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
