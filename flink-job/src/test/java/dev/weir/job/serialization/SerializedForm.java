// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.serialization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Serializes and deserializes values as Flink does. */
public final class SerializedForm {

  private SerializedForm() {}

  /** Returns the bytes of a value. */
  public static <T> byte[] write(TypeSerializer<T> serializer, T value) {
    DataOutputSerializer out = new DataOutputSerializer(64);
    try {
      serializer.serialize(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.getCopyOfBuffer();
  }

  /** Returns the bytes of a value as hexadecimal digits. */
  public static <T> String hex(TypeSerializer<T> serializer, T value) {
    return HexFormat.of().formatHex(write(serializer, value));
  }

  /** Reads a value, which must take all of the bytes. */
  public static <T> T read(TypeSerializer<T> serializer, byte[] bytes) {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    try {
      T value = serializer.deserialize(in);
      if (in.available() > 0) {
        throw new IllegalStateException("the value must take all bytes: left=" + in.available());
      }
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a value, copies the bytes and reads them with the serializer that a checkpoint restores.
   */
  public static <T> T throughACheckpoint(TypeSerializer<T> serializer, T value) {
    DataOutputSerializer copied = new DataOutputSerializer(64);
    try {
      serializer.copy(new DataInputDeserializer(write(serializer, value)), copied);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TypeSerializerSnapshot<T> snapshot =
        readSnapshot(writeSnapshot(serializer.snapshotConfiguration()));
    return read(snapshot.restoreSerializer(), copied.getCopyOfBuffer());
  }

  /** Returns the configuration of a serializer as in a checkpoint. */
  public static byte[] writeSnapshot(TypeSerializerSnapshot<?> snapshot) {
    DataOutputSerializer out = new DataOutputSerializer(64);
    try {
      TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.getCopyOfBuffer();
  }

  /** Reads the configuration of a serializer in a checkpoint. */
  public static <T> TypeSerializerSnapshot<T> readSnapshot(byte[] bytes) {
    try {
      return TypeSerializerSnapshot.readVersionedSnapshot(
          new DataInputDeserializer(bytes), SerializedForm.class.getClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
