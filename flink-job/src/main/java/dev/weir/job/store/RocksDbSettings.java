// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Default configuration of RocksDB for this job, where the cluster doesn't configure it: an event
 * reads and writes a kilobyte of one key, and never a range of keys.
 */
public final class RocksDbSettings {

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "state.backend.rocksdb.options-factory", "dev.weir.job.store.RocksDbOptions",
          "state.backend.rocksdb.use-bloom-filter", "true",
          "state.backend.rocksdb.compression.per.level", "NO_COMPRESSION",
          "state.backend.rocksdb.compaction.style", "UNIVERSAL",
          "state.backend.rocksdb.block.blocksize", "16kb",
          "state.backend.rocksdb.writebuffer.size", "256mb",
          "state.backend.rocksdb.memory.write-buffer-ratio", "0.7",
          "execution.checkpointing.incremental", "true",
          "execution.checkpointing.write-buffer-size", "1048576");

  private RocksDbSettings() {}

  /** Adds each setting that the cluster doesn't have. */
  public static void addTo(Configuration job, ReadableConfig cluster) {
    Map<String, String> set = cluster.toMap();
    DEFAULTS.forEach(
        (name, value) -> {
          if (!set.containsKey(name)) {
            job.setString(name, value);
          }
        });
  }
}
