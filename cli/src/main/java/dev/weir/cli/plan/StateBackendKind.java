// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.plan;

import java.util.Locale;

/** Flink state backend of the job. */
public enum StateBackendKind {
  /** State on the heap: fast; every checkpoint is full. */
  HASHMAP,
  /** State in files: slower; checkpoints are incremental. */
  ROCKSDB;

  /** Returns the name in Flink's configuration. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
