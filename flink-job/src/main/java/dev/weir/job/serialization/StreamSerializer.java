// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.serialization;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Base of Weir's serializers: for immutable values, with a layout that the subclass defines.
 * Stateless, so that threads can share it. Two serializers of the same class and layout are equal.
 *
 * @param <T> type of the values
 */
public abstract class StreamSerializer<T> extends TypeSerializer<T> {

  private static final long serialVersionUID = 1L;

  private final int layout;

  /**
   * @param layout version of the layout that is read; the newest is always written
   */
  protected StreamSerializer(int layout) {
    this.layout = layout;
  }

  /** Version of the layout that is read. */
  protected final int layout() {
    return layout;
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return this;
  }

  @Override
  public T copy(T from) {
    return from;
  }

  @Override
  public final T copy(T from, T reuse) {
    return copy(from);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public final T deserialize(T reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public final int getLength() {
    return -1;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof StreamSerializer<?> serializer
        && serializer.getClass() == getClass()
        && serializer.layout == layout;
  }

  @Override
  public final int hashCode() {
    return 31 * getClass().getName().hashCode() + layout;
  }
}
