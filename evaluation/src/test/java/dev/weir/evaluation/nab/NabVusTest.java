// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.nab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.evaluation.vus.VusResult;
import dev.weir.sandbox.junit.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NabVusTest {

  @ParameterizedTest
  @CsvSource({"numenta, 0.269", "randomCutForest, 0.247"})
  void of_publishedScores_reproducesPublishedMean(String detector, double published)
      throws IOException {
    Path folder = SharedData.folder("nab");
    NabCorpus corpus = NabCorpus.read(folder);
    NabScores scores = NabScores.read(corpus, folder.resolve("peer-scores").resolve(detector));
    VusResult result = NabVus.of(corpus, scores);
    assertThat(result.files()).hasSize(52);
    assertThat(result.mean(Bootstrap.DEFAULT).value()).isCloseTo(published, within(0.0006));
  }
}
