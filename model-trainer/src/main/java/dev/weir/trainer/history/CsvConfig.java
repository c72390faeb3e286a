// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import dev.weir.series.ReorderConfig;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Options of reading CSV files.
 *
 * @param timeColumn name of the time column; empty: the first column with a well-known name, else
 *     the first that holds times
 * @param columnsAs meaning of several value columns
 * @param sorted whether a file's rows are sorted by time first; otherwise they keep the file's
 *     order
 * @param rules how points with equal or decreasing times are handled
 */
@RecordBuilder
public record CsvConfig(String timeColumn, ColumnsAs columnsAs, boolean sorted, ReorderConfig rules)
    implements CsvConfigBuilder.With {

  /** The defaults of {@code weir train}. */
  public static final CsvConfig DEFAULT =
      new CsvConfig("", ColumnsAs.SERIES, false, ReorderConfig.DEFAULT);
}
