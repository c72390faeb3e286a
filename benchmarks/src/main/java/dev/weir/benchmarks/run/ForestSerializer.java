// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.run;

import com.amazon.randomcutforest.parkservices.ThresholdedRandomCutForest;
import com.amazon.randomcutforest.parkservices.state.ThresholdedRandomCutForestMapper;
import com.amazon.randomcutforest.parkservices.state.ThresholdedRandomCutForestState;
import dev.weir.job.serialization.LayoutSnapshot;
import dev.weir.job.serialization.StreamSerializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Serializer of forests: the state of the library's mapper by Java serialization, the only format
 * that the library supports without further dependencies.
 */
final class ForestSerializer extends StreamSerializer<ThresholdedRandomCutForest> {

  private static final long serialVersionUID = 1L;
  static final int NEWEST_LAYOUT = 1;

  ForestSerializer(int layout) {
    super(layout);
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public ThresholdedRandomCutForest createInstance() {
    return ForestFunction.newForest(1);
  }

  @Override
  public ThresholdedRandomCutForest copy(ThresholdedRandomCutForest from) {
    ThresholdedRandomCutForestMapper mapper = new ThresholdedRandomCutForestMapper();
    return mapper.toModel(mapper.toState(from));
  }

  @Override
  public void serialize(ThresholdedRandomCutForest forest, DataOutputView out) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
      objects.writeObject(new ThresholdedRandomCutForestMapper().toState(forest));
    }
    out.writeInt(bytes.size());
    out.write(bytes.toByteArray());
  }

  @Override
  public ThresholdedRandomCutForest deserialize(DataInputView in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return new ThresholdedRandomCutForestMapper()
          .toModel((ThresholdedRandomCutForestState) objects.readObject());
    } catch (ClassNotFoundException e) {
      throw new IOException(
          "the class of a forest's state is missing; was the library changed?", e);
    }
  }

  @Override
  public TypeSerializerSnapshot<ThresholdedRandomCutForest> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Snapshot of the serializer in checkpoints. */
  public static final class Snapshot extends LayoutSnapshot<ThresholdedRandomCutForest> {
    /** Called by Flink. */
    public Snapshot() {
      super(NEWEST_LAYOUT, ForestSerializer::new);
    }
  }
}
