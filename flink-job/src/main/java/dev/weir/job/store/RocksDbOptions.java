// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import java.util.Collection;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;

/**
 * RocksDB options that Flink's configuration doesn't offer. The TaskManagers create it by the class
 * name in {@link RocksDbSettings}.
 *
 * <p>No option changes the format of the files: a checkpoint that was written with these options
 * can be read without them, and vice versa.
 */
public final class RocksDbOptions implements RocksDBOptionsFactory {

  private static final long serialVersionUID = 1L;

  /** 16 bits of Bloom filter per kilobyte of the write buffer. */
  private static final double BLOOM_FILTER_RATIO = 0.002;

  /**
   * With more runs, a read checks more Bloom filters; with fewer, values are rewritten more often.
   */
  private static final int RUNS_BEFORE_COMPACTION = 8;

  private static final int RUNS_BEFORE_SLOWDOWN = 4 * RUNS_BEFORE_COMPACTION;
  private static final int RUNS_BEFORE_STOP = 6 * RUNS_BEFORE_COMPACTION;

  /** Leaves the options of the database to Flink. */
  @Override
  public DBOptions createDBOptions(DBOptions options, Collection<AutoCloseable> toClose) {
    return options;
  }

  /** A block contains a few large values, which a restart interval of 1 finds by binary search. */
  @Override
  public ColumnFamilyOptions createColumnOptions(
      ColumnFamilyOptions options, Collection<AutoCloseable> toClose) {
    return options
        .setTableFormatConfig(tableOf(options).setBlockRestartInterval(1))
        .setMemtableWholeKeyFiltering(true)
        .setMemtablePrefixBloomSizeRatio(BLOOM_FILTER_RATIO)
        .setLevel0FileNumCompactionTrigger(RUNS_BEFORE_COMPACTION)
        .setLevel0SlowdownWritesTrigger(RUNS_BEFORE_SLOWDOWN)
        .setLevel0StopWritesTrigger(RUNS_BEFORE_STOP);
  }

  /** The table configuration as Flink has set it. */
  private static BlockBasedTableConfig tableOf(ColumnFamilyOptions options) {
    return options.tableFormatConfig() instanceof BlockBasedTableConfig table
        ? table
        : new BlockBasedTableConfig();
  }
}
