package dev.weir.job;

import java.util.Collection;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;

/**
 * The part of {@link RocksDbSettings} that Flink's own settings don't reach. Flink makes one by its
 * name, in the TaskManagers.
 *
 * <p>None of it changes what a file looks like to another setting: a checkpoint written with these
 * can be read without them, and the other way round.
 */
public final class RocksDbOptions implements RocksDBOptionsFactory {

  private static final long serialVersionUID = 1L;

  /** 16 bits of a Bloom filter for each kilobyte that is buffered. */
  private static final double BLOOM_PART_OF_BUFFER = 0.002;

  /** Each run more is a filter more to ask; each one fewer has kilobytes written again. */
  private static final int RUNS_BEFORE_COMPACTION = 8;

  private static final int RUNS_BEFORE_SLOWDOWN = 4 * RUNS_BEFORE_COMPACTION;
  private static final int RUNS_BEFORE_STOP = 6 * RUNS_BEFORE_COMPACTION;

  /** Flink's own and the settings say all there is to say. */
  @Override
  public DBOptions createDBOptions(DBOptions options, Collection<AutoCloseable> toClose) {
    return options;
  }

  /** A block holds a few large values, to be searched by halves; few keys are in a write buffer. */
  @Override
  public ColumnFamilyOptions createColumnOptions(
      ColumnFamilyOptions options, Collection<AutoCloseable> toClose) {
    return options
        .setTableFormatConfig(tableOf(options).setBlockRestartInterval(1))
        .setMemtableWholeKeyFiltering(true)
        .setMemtablePrefixBloomSizeRatio(BLOOM_PART_OF_BUFFER)
        .setLevel0FileNumCompactionTrigger(RUNS_BEFORE_COMPACTION)
        .setLevel0SlowdownWritesTrigger(RUNS_BEFORE_SLOWDOWN)
        .setLevel0StopWritesTrigger(RUNS_BEFORE_STOP);
  }

  /** Whatever Flink has set of it stays. */
  private static BlockBasedTableConfig tableOf(ColumnFamilyOptions options) {
    return options.tableFormatConfig() instanceof BlockBasedTableConfig table
        ? table
        : new BlockBasedTableConfig();
  }
}
