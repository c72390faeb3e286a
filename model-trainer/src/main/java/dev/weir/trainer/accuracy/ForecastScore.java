// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

/**
 * How well one forecaster did on one feature.
 *
 * @param error mean absolute error, in the feature's own unit
 * @param logScore mean logarithm of the predictive density at the values that came, per ordinary
 *     step, nats; higher is better
 */
public record ForecastScore(double error, double logScore) {}
