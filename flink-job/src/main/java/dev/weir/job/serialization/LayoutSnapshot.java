// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.serialization;

import java.io.IOException;
import java.util.function.IntFunction;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Configuration of a {@link StreamSerializer} in a checkpoint: the version of its layout. A
 * subclass needs a public constructor without parameters, since Flink creates it through
 * reflection.
 *
 * @param <T> type of the values
 */
public abstract class LayoutSnapshot<T> implements TypeSerializerSnapshot<T> {

  private final int newestLayout;
  private final IntFunction<? extends TypeSerializer<T>> serializer;
  private int layout;

  /**
   * @param newestLayout the layout that is written
   * @param serializer creates the serializer that reads a layout
   */
  protected LayoutSnapshot(int newestLayout, IntFunction<? extends TypeSerializer<T>> serializer) {
    this.newestLayout = newestLayout;
    this.serializer = serializer;
    this.layout = newestLayout;
  }

  @Override
  public final int getCurrentVersion() {
    return newestLayout;
  }

  @Override
  public final void writeSnapshot(DataOutputView out) {}

  /**
   * @throws IOException if the layout is newer than this version of Weir supports
   */
  @Override
  public final void readSnapshot(int readLayout, DataInputView in, ClassLoader loader)
      throws IOException {
    if (readLayout < 1 || readLayout > newestLayout) {
      throw new IOException(
          getClass().getName()
              + ": a newer version of Weir wrote the state; start the job with that version: layout="
              + readLayout
              + ", newest supported="
              + newestLayout);
    }
    layout = readLayout;
  }

  @Override
  public final TypeSerializer<T> restoreSerializer() {
    return serializer.apply(layout);
  }

  @Override
  public final TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    if (old.getClass() != getClass()) {
      return TypeSerializerSchemaCompatibility.incompatible();
    }
    return ((LayoutSnapshot<T>) old).layout == newestLayout
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
  }
}
