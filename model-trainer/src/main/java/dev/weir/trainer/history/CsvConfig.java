package dev.weir.trainer.history;

import dev.weir.series.ReorderConfig;

/**
 * How a folder of CSV files is read.
 *
 * @param timeColumn name of the time column; empty: the first of a well-known name, else the first
 *     that holds times
 * @param columnsAs what several value columns are
 * @param sorted whether a file's rows are put in time order first; otherwise they count as they
 *     stand
 * @param rules what becomes of equal and backward times
 */
public record CsvConfig(
    String timeColumn, ColumnsAs columnsAs, boolean sorted, ReorderConfig rules) {}
