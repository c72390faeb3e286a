/**
 * Stage 3, forecast: scaled inputs -> location and scale of the next point.
 *
 * <p>Input: the {@code [inputs]} of one point, and the recurrent state of its series. Output:
 * {@code [2 * feature]}: mu, then log sigma, in typical steps of the series. Invariants: a step
 * allocates nothing; N single steps equal one pass over N points; all JVMs compute identical
 * floats.
 *
 * <p>Elman 1990; Hochreiter &amp; Schmidhuber 1997 (LSTM); Gers, Schmidhuber &amp; Cummins 2000
 * (forget gate); Graves 2013 (peepholes); Cho et al. 2014 (GRU); Jaeger 2001 (echo state network).
 */
@NullMarked
package dev.weir.forecast;

import org.jspecify.annotations.NullMarked;
