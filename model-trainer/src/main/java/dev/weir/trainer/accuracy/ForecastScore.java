// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

/**
 * Accuracy of one forecaster on one feature.
 *
 * @param error mean absolute error, in the unit of the feature
 * @param logScore mean logarithm of the predictive density at the actual values, per mean step,
 *     nats; higher is better
 */
public record ForecastScore(double error, double logScore) {}
