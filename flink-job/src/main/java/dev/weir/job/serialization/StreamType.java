// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.serialization;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * Type information of a stream whose values have a {@link StreamSerializer}.
 *
 * @param <T> type of the values
 */
public final class StreamType<T> extends TypeInformation<T> {

  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private final StreamSerializer<T> serializer;

  /**
   * @param type class of the values
   * @param serializer serializer of the values
   */
  public StreamType(Class<T> type, StreamSerializer<T> serializer) {
    this.type = type;
    this.serializer = serializer;
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return serializer;
  }

  @Override
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof StreamType;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StreamType<?> streamType
        && type == streamType.type
        && serializer.equals(streamType.serializer);
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + serializer.hashCode();
  }

  @Override
  public String toString() {
    return "StreamType<" + type.getSimpleName() + ">";
  }
}
