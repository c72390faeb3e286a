// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.artifact.InvalidArtifactException;
import dev.weir.artifact.ModelArtifact;
import dev.weir.artifact.ModelReader;
import dev.weir.artifact.ModelWriter;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.forecast.Tensor;
import dev.weir.forecast.Weights;
import dev.weir.score.Calibration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {

  @TempDir Path folder;

  @Test
  void publish_twoVersions_keepsBothAndUpdatesLatest() throws IOException {
    Registry registry = new Registry(folder.resolve("registry"));
    Registry.Published first = registry.publish(artifact("a.weir", 0.1f));
    Registry.Published second = registry.publish(artifact("b.weir", 0.2f));
    assertThat(first.version()).isNotEqualTo(second.version());
    assertThat(first.file()).exists();
    assertThat(Files.readString(folder.resolve("registry/demo/latest")))
        .isEqualTo(second.file().getFileName().toString());
    assertThat(ModelReader.read(second.file()).version()).isEqualTo(second.version());
  }

  @Test
  void publish_sameModelAgain_isNotNew() throws IOException {
    Registry registry = new Registry(folder.resolve("registry"));
    Path artifact = artifact("a.weir", 0.1f);
    assertThat(registry.publish(artifact).isNew()).isTrue();
    assertThat(registry.publish(artifact).isNew()).isFalse();
  }

  @Test
  void publish_invalidArtifact_leavesTheRegistryUnchanged() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.weir"), "not a zip");
    Registry registry = new Registry(folder.resolve("registry"));
    assertThatThrownBy(() -> registry.publish(broken)).isInstanceOf(InvalidArtifactException.class);
    assertThat(folder.resolve("registry")).doesNotExist();
  }

  private Path artifact(String file, float weight) throws IOException {
    Architecture architecture =
        new Architecture(CellKind.LSTM, 1, 1, 1, ErrorDistribution.STUDENT_T);
    Weights weights =
        new Weights(
            Map.of(
                "lstm.weight_ih_l0", new Tensor(new int[] {4, 2}, new float[8]),
                "lstm.weight_hh_l0", new Tensor(new int[] {4, 1}, new float[4]),
                "lstm.bias_l0", new Tensor(new int[] {4}, new float[] {weight, 0, 0, 0}),
                "head.weight", new Tensor(new int[] {2, 1}, new float[2]),
                "head.bias", new Tensor(new int[] {2}, new float[2])));
    ModelArtifact model =
        new ModelArtifact(
            "demo",
            List.of("value"),
            architecture,
            weights,
            Calibration.uncalibrated(),
            Map.of(),
            Map.of());
    ModelWriter.write(model, folder.resolve(file));
    return folder.resolve(file);
  }
}
