// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.sink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Creates Kafka records whose key is the series and whose value is one JSON object. */
final class JsonRecord {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonRecord() {}

  /** Writes the fields of one object. */
  interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  /**
   * Creates a record. The producer sets its timestamp: with an event time that is years ago, the
   * topic's retention would delete the record at once.
   */
  static ProducerRecord<byte[], byte[]> of(String topic, String series, Fields fields) {
    ByteArrayOutputStream value = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(value)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ProducerRecord<>(
        topic, series.getBytes(StandardCharsets.UTF_8), value.toByteArray());
  }

  static void array(JsonGenerator json, String name, double[] values) throws IOException {
    json.writeFieldName(name);
    json.writeArray(values, 0, values.length);
  }
}
