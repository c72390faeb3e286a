// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.forecast.Forecaster;
import dev.weir.trainer.window.WindowBatch;

/**
 * Fits the head alone, without gradients: the read-out of an echo state network.
 *
 * <p>Each pass is one ridge regression an output, reweighted by what the head said before it
 * (Fisher scoring, which raises the same likelihood that the other cells climb by gradients): mu
 * with weights {@code 1 / sigma^2}, outliers weighted down as the law says; log sigma on the
 * residuals' working response. A handful of passes converge.
 */
final class RidgeLearner implements Learning {

  /** Passes after which nothing is left to gain. */
  static final int MOST_PASSES = 8;

  /** Lambda in the mean of the diagonal: keeps weights small enough for floats to be summed. */
  private static final double RIDGE = 1e-4;

  private final ForecastNetwork network;
  private final Architecture shape;
  private final int columns;
  private RidgeSystem[] systems;
  private float[] readOut;

  RidgeLearner(ForecastNetwork network) {
    this.network = network;
    shape = network.architecture();
    columns = shape.hidden() + 1;
    systems = newSystems();
    readOut = network.readOut();
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
      NDList hidden = network.hidden(input, state.enter(scratch, batch));
      state.leave(hidden.subNDList(1));
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
    NDArray head = scratch.create(readOut, new Shape(shape.outputs(), columns));
    float[] outputs = states.matMul(head.transpose()).toFloatArray();
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
    return new BatchOutcome.Learnt(batch.points(), mean, 0);
  }

  @Override
  public void passDone() {
    for (int row = 0; row < systems.length; row++) {
      double[] solution = systems[row].solve(RIDGE);
      for (int i = 0; i < columns; i++) {
        readOut[row * columns + i] = (float) solution[i];
      }
    }
    network.setReadOut(readOut);
    systems = newSystems();
  }

  /** Weights and responses of the regressions that the head's outputs on a batch ask for. */
  private static final class Responses {

    private final ErrorDistribution law;
    private final int features;

    /** {@code [output][lane * time]}. */
    final float[][] weights;

    final float[][] values;
    double loss;

    Responses(WindowBatch batch, float[] outputs, Architecture shape) {
      law = shape.errorDistribution();
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
        double pull = pull(z);
        weights[f][i] = (float) (pull * Math.exp(-2 * logSigma));
        values[f][i] = (float) target;
        weights[features + f][i] = 1;
        values[features + f][i] = (float) (logSigma + (pull * z * z - 1) / information());
        loss -= law.logDensity(target - mu, Math.exp(logSigma));
      }
    }

    /** How far a residual counts: less the further out, where the law has heavy tails. */
    private double pull(double z) {
      double nu = ErrorDistribution.DEGREES_OF_FREEDOM;
      return switch (law) {
        case GAUSSIAN -> 1;
        case STUDENT_T -> (nu + 1) / (nu + z * z);
      };
    }

    /** Fisher information of log sigma. */
    private double information() {
      double nu = ErrorDistribution.DEGREES_OF_FREEDOM;
      return switch (law) {
        case GAUSSIAN -> 2;
        case STUDENT_T -> 2 * nu / (nu + 3);
      };
    }
  }
}
