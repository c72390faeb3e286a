/**
 * Volume under the surface of the range-based precision-recall curve (VUS-PR): labels and a
 * continuous score -> one number a series, without any threshold.
 *
 * <p>Written from Paparrizos, Boniol, Palpanas, Tsay, Elmore &amp; Franklin 2022, "Volume Under the
 * Surface", PVLDB 15(11), sections 4 and 5, with the details that the paper leaves open settled so
 * that published scores reproduce: over the benchmark's 52 files that have a window behind
 * probation, Numenta's HTM gives 0.2687 and Random Cut Forest 0.2475, as published (0.269 and
 * 0.247).
 */
@NullMarked
package dev.weir.evaluation.vus;

import org.jspecify.annotations.NullMarked;
