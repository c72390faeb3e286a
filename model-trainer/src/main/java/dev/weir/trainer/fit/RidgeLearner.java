// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.forecast.Forecaster;
import dev.weir.trainer.network.ForecastNetwork;
import dev.weir.trainer.network.LaneState;
import dev.weir.trainer.window.WindowBatch;

/**
 * Learner of the head alone by ridge regression, for an echo state network.
 *
 * <p>Each pass solves one regression per output, with weights from the outputs of the previous
 * pass. This is Fisher scoring of the likelihood that the other cells maximise by gradients. The
 * regression of mu has weights {@code 1 / sigma^2}, lower for outliers under Student's t; that of
 * log sigma uses the working response of the residuals. It converges in a few passes.
 */
final class RidgeLearner implements Learner {

  /** Passes until convergence. */
  static final int MAX_PASSES = 8;

  /**
   * Lambda divided by the mean of the diagonal; keeps the weights small, so that sums of floats are
   * exact enough.
   */
  private static final double RIDGE = 1e-4;

  private final ForecastNetwork network;
  private final Architecture shape;
  private final int columns;
  private RidgeSystem[] systems;
  private float[] head;

  RidgeLearner(ForecastNetwork network) {
    this.network = network;
    shape = network.architecture();
    columns = shape.hidden() + 1;
    systems = newSystems();
    head = network.head();
  }

  private RidgeSystem[] newSystems() {
    RidgeSystem[] fresh = new RidgeSystem[shape.outputs()];
    for (int row = 0; row < fresh.length; row++) {
      fresh[row] = new RidgeSystem(columns);
    }
    return fresh;
  }

  @Override
  public BatchOutcome learn(WindowBatch batch, LaneState state) {
    try (NDManager scratch = network.manager().newSubManager()) {
      Shape rows = new Shape(batch.lanes(), batch.time(), shape.inputs());
      NDArray input = scratch.create(batch.inputs(), rows);
      NDList hidden = network.hidden(input, state.load(scratch, batch));
      state.save(hidden.subNDList(1));
      NDArray states = hidden.get(0).stopGradient().reshape(-1, shape.hidden());
      NDArray ones = scratch.ones(new Shape(states.getShape().get(0), 1));
      return learn(batch, states.concat(ones, 1), state);
    }
  }

  /**
   * @param states {@code [lane * time, hidden + 1]}
   */
  private BatchOutcome learn(WindowBatch batch, NDArray states, LaneState state) {
    NDManager scratch = states.getManager();
    NDArray weights = scratch.create(head, new Shape(shape.outputs(), columns));
    float[] outputs = states.matMul(weights.transpose()).toFloatArray();
    Responses responses = new Responses(batch, outputs, shape);
    if (!Double.isFinite(responses.loss)) {
      state.reset();
      return new BatchOutcome.Skipped(batch.points(), "loss=" + responses.loss);
    }
    for (int row = 0; row < systems.length; row++) {
      Shape column = new Shape(states.getShape().get(0), 1);
      NDArray weighted = states.mul(scratch.create(responses.weights[row], column)).transpose();
      NDArray response = scratch.create(responses.values[row], column);
      systems[row].add(
          weighted.matMul(states).toFloatArray(), weighted.matMul(response).toFloatArray());
    }
    double mean = responses.loss / Math.max(1, batch.points()) / shape.features();
    return new BatchOutcome.Trained(batch.points(), mean, 0);
  }

  @Override
  public void endPass() {
    for (int row = 0; row < systems.length; row++) {
      double[] solution = systems[row].solve(RIDGE);
      for (int i = 0; i < columns; i++) {
        head[row * columns + i] = (float) solution[i];
      }
    }
    network.setHead(head);
    systems = newSystems();
  }

  /** Weights and responses of the regressions on a batch. */
  private static final class Responses {

    private final ErrorDistribution distribution;
    private final int features;

    /** {@code [output][lane * time]}. */
    final float[][] weights;

    final float[][] values;
    double loss;

    Responses(WindowBatch batch, float[] outputs, Architecture shape) {
      distribution = shape.errorDistribution();
      features = shape.features();
      int points = batch.mask().length;
      weights = new float[shape.outputs()][points];
      values = new float[shape.outputs()][points];
      for (int i = 0; i < points; i++) {
        if (batch.mask()[i] > 0) {
          point(batch, outputs, i);
        }
      }
    }

    private void point(WindowBatch batch, float[] outputs, int i) {
      for (int f = 0; f < features; f++) {
        double mu = outputs[i * 2 * features + f];
        double logSigma = Forecaster.boundedLogSigma(outputs[i * 2 * features + features + f]);
        double target = batch.targets()[i * features + f];
        double z = (target - mu) * Math.exp(-logSigma);
        double weight = weight(z);
        weights[f][i] = (float) (weight * Math.exp(-2 * logSigma));
        values[f][i] = (float) target;
        weights[features + f][i] = 1;
        values[features + f][i] = (float) (logSigma + (weight * z * z - 1) / information());
        loss -= distribution.logDensity(target - mu, Math.exp(logSigma));
      }
    }

    /** Weight of a residual; below 1 for outliers under Student's t. */
    private double weight(double z) {
      double nu = ErrorDistribution.DEGREES_OF_FREEDOM;
      return switch (distribution) {
        case GAUSSIAN -> 1;
        case STUDENT_T -> (nu + 1) / (nu + z * z);
      };
    }

    /** Fisher information of log sigma. */
    private double information() {
      double nu = ErrorDistribution.DEGREES_OF_FREEDOM;
      return switch (distribution) {
        case GAUSSIAN -> 2;
        case STUDENT_T -> 2 * nu / (nu + 3);
      };
    }
  }
}
