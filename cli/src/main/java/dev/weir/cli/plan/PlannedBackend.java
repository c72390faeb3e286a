// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.plan;

import java.util.Locale;

/** Where the job keeps its state. */
public enum PlannedBackend {
  /** On the heap: fast, written whole at every checkpoint. */
  HASHMAP,
  /** In files: slower, only what changed is written at a checkpoint. */
  ROCKSDB;

  /** As Flink's configuration names it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
