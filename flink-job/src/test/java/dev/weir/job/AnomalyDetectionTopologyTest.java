// SPDX-License-Identifier: Apache-2.0
package dev.weir.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.sandbox.model.RandomModel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnomalyDetectionTopologyTest {

  @TempDir Path folder;

  private StreamGraph graph() throws IOException {
    JobOptions options =
        JobOptions.DEFAULT
            .with(JobOptions.MODEL, RandomModel.write(1, folder).toString())
            .with(JobOptions.SCORES_TOPIC, "weir-scores");
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    AnomalyDetectionTopology.of(options).addTo(environment);
    return environment.getStreamGraph();
  }

  @Test
  void operators_ofTheJob_haveUidAndName() throws IOException {
    Collection<StreamNode> nodes = graph().getStreamNodes();

    assertThat(nodes).hasSizeGreaterThanOrEqualTo(7);
    assertThat(nodes)
        .allSatisfy(
            node -> {
              assertThat(node.getTransformationUID()).as(node.getOperatorName()).isNotBlank();
              assertThat(node.getOperatorName()).isNotBlank();
            });
    assertThat(nodes).extracting(StreamNode::getTransformationUID).doesNotHaveDuplicates();
    assertThat(nodes)
        .extracting(StreamNode::getTransformationUID)
        .contains("metrics", "decode", "detect", "alerts", "scores", "late", "dead-letters");
  }

  @Test
  void types_ofTheJob_areNotSerializedByKryo() throws IOException {
    StreamGraph graph = graph();

    assertThat(graph.getExecutionConfig().getSerializerConfig().hasGenericTypesDisabled()).isTrue();
    assertThat(graph.getStreamNodes().stream().flatMap(AnomalyDetectionTopologyTest::serializers))
        .hasSizeGreaterThan(10)
        .noneMatch(KryoSerializer.class::isInstance)
        .allSatisfy(serializer -> assertThat(serializer.getClass().getName()).doesNotMatch(POJO));
  }

  /** Flink's reflective serializers. */
  private static final String POJO = ".*\\.(PojoSerializer|GenericArraySerializer)";

  private static Stream<TypeSerializer<?>> serializers(StreamNode node) {
    Stream<TypeSerializer<?>> in =
        node.getTypeSerializersIn() == null
            ? Stream.empty()
            : Arrays.stream(node.getTypeSerializersIn());
    return Stream.concat(in, Stream.of(node.getTypeSerializerOut(), node.getStateKeySerializer()))
        .filter(Objects::nonNull);
  }

  @Test
  void checkpoints_ofTheJob_areExactlyOnceEveryTenSeconds() throws IOException {
    StreamGraph graph = graph();

    assertThat(graph.getCheckpointConfig().getCheckpointInterval()).isEqualTo(10_000);
    assertThat(graph.getCheckpointConfig().getCheckpointingConsistencyMode())
        .isEqualTo(CheckpointingMode.EXACTLY_ONCE);
    assertThat(graph.getCheckpointConfig().getCheckpointTimeout()).isEqualTo(300_000);
  }

  @Test
  void model_inARegistry_isTheCurrentVersion() throws IOException {
    RandomModel.write(1, folder);
    Path second = RandomModel.write(2, folder);
    Files.writeString(folder.resolve("latest"), second.getFileName() + "\n");

    AnomalyDetectionTopology topology =
        AnomalyDetectionTopology.of(
            JobOptions.DEFAULT.with(JobOptions.MODEL, folder.toUri().toString()));

    assertThat(topology.model().id()).isEqualTo(RandomModel.ofSeed(2).id());
  }

  @Test
  void model_default_isTheIncludedOne() throws IOException {
    AnomalyDetectionTopology topology =
        AnomalyDetectionTopology.of(JobOptions.DEFAULT.with(JobOptions.MODEL, "default"));

    assertThat(topology.model().id()).startsWith("default@");
  }

  @Test
  void model_thatIsAbsent_isRejectedWithTheRemedy() {
    assertThatThrownBy(() -> AnomalyDetectionTopology.of(JobOptions.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--model is required");
    assertThatThrownBy(
            () ->
                AnomalyDetectionTopology.of(
                    JobOptions.DEFAULT.with(
                        JobOptions.MODEL, folder.resolve("none.weir").toString())))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("weir train")
        .hasMessageContaining("none.weir");
    assertThatThrownBy(
            () ->
                AnomalyDetectionTopology.of(
                    JobOptions.DEFAULT.with(JobOptions.MODEL, folder.toString())))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("weir publish");
  }
}
