/**
 * Stage 3, forecast: scaled inputs -> location and scale of the next point.
 *
 * <p>Input: {@code [inputs]} of one point and the recurrent state of its series. Output: {@code [2
 * * feature]}, mu and log sigma in units of the series' step. Invariants: a step allocates nothing;
 * N single steps equal one pass over N points; the same floats come out on every JVM.
 *
 * <p>Elman 1990; Hochreiter &amp; Schmidhuber 1997 (LSTM); Gers, Schmidhuber &amp; Cummins 2000
 * (forget gate); Graves 2013 (peepholes); Cho et al. 2014 (GRU); Jaeger 2001 (echo state network).
 */
@NullMarked
package dev.weir.forecast;

import org.jspecify.annotations.NullMarked;
