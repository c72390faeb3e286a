/**
 * Forecasts by sampled paths: each sampled point is fed back into the model.
 *
 * <p>The history passes through the scaler and the network of the core. Each later step samples a
 * point from the forecast and feeds it back (Graves 2013; sampled paths as a joint forecast:
 * Salinas et al. 2020, DeepAR). Invariants: scaling and stepping have no second implementation; the
 * same seed gives the same paths.
 */
@NullMarked
package dev.weir.cli.forecast;

import org.jspecify.annotations.NullMarked;
