// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.RocksDB;

class RocksDbSettingsTest {

  private static final String FACTORY = "state.backend.rocksdb.options-factory";

  private static Configuration jobOn(Configuration cluster) {
    Configuration job = new Configuration();
    RocksDbSettings.addTo(job, cluster);
    return job;
  }

  @Test
  void settings_thatTheClusterHas_areKeptAndOthersAdded() {
    Configuration cluster = new Configuration();
    cluster.setString("state.backend.rocksdb.compaction.style", "LEVEL");

    assertThat(jobOn(cluster).toMap())
        .containsEntry("state.backend.rocksdb.use-bloom-filter", "true")
        .containsEntry("execution.checkpointing.incremental", "true")
        .doesNotContainKey("state.backend.rocksdb.compaction.style");
  }

  @Test
  void factory_canBeCreatedByItsName() throws ReflectiveOperationException {
    String name = jobOn(new Configuration()).toMap().get(FACTORY);

    assertThat(Class.forName(name).getConstructor().newInstance())
        .isInstanceOf(RocksDbOptions.class);
  }

  @Test
  void factory_ofTheCluster_isKept() {
    Configuration cluster = new Configuration();
    cluster.setString(FACTORY, "org.example.Own");

    assertThat(jobOn(cluster).toMap()).doesNotContainKey(FACTORY);
  }

  @Test
  void options_ofATable_keepThoseOfFlink() throws Exception {
    RocksDB.loadLibrary();
    List<AutoCloseable> toClose = new ArrayList<>();
    try (ColumnFamilyOptions options = new ColumnFamilyOptions()) {
      options.setTableFormatConfig(new BlockBasedTableConfig().setBlockSize(12_345));
      new RocksDbOptions().createColumnOptions(options, toClose);

      BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
      assertThat(table.blockSize()).isEqualTo(12_345);
      assertThat(table.blockRestartInterval()).isEqualTo(1);
      assertThat(options.memtableWholeKeyFiltering()).isTrue();
    }
  }
}
