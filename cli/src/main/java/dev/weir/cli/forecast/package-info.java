/**
 * Free-running forecasts: a model and the history of a series -> sampled paths of the points to
 * come, and their bands.
 *
 * <p>The history goes through the core's scaler and network as the detector shows it to them; then
 * the network is shown what it drew from its own forecast, as if it had come (one to many: Graves
 * 2013; sampled paths as a joint forecast: Salinas et al. 2020, DeepAR). Invariants: no second
 * implementation of scaling or stepping; the same seed gives the same paths.
 */
@NullMarked
package dev.weir.cli.forecast;

import org.jspecify.annotations.NullMarked;
