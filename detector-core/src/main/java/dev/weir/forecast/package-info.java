/**
 * Stage 3, forecast: scaled inputs -> location and scale of the next point.
 *
 * <p>Input: {@code [inputs]} of one point and the recurrent state of its series. Output: {@code [2
 * * feature]}, mu and log sigma in units of the series' step. Invariants: a step allocates nothing;
 * N single steps equal one pass over N points; the same floats come out on every JVM.
 *
 * <p>Hochreiter &amp; Schmidhuber 1997 (LSTM); Gers, Schmidhuber &amp; Cummins 2000 (forget gate).
 */
@NullMarked
package dev.weir.forecast;

import org.jspecify.annotations.NullMarked;
