// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MetricsSourceTest {

  @Test
  void isolationLevel_byDefault_isReadCommitted() {
    assertThat(consumer(new Properties())).containsEntry("isolation.level", "read_committed");
  }

  @Test
  void isolationLevel_ofTheUser_overridesTheDefault() {
    Properties given = new Properties();
    given.setProperty("isolation.level", "read_uncommitted");

    assertThat(consumer(given)).containsEntry("isolation.level", "read_uncommitted");
  }

  private static Properties consumer(Properties given) {
    return new MetricsSource("localhost:9092", "weir", List.of("metrics"), given)
        .consumerProperties();
  }
}
