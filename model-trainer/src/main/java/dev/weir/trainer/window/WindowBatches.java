// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.window;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;

/**
 * Iterator over the batches of one pass. Each lane steps through a sequence, then takes the next
 * one from a queue.
 *
 * <p>The number of lanes is the smallest that needs no more rounds than the maximum would, so that
 * few lanes are idle at the end.
 */
public final class WindowBatches implements Iterator<WindowBatch> {

  private final int window;
  private final Lane[] lanes;
  private final Deque<Sequence> waiting;
  private final long points;

  private static final class Lane {
    Sequence sequence;
    int at;

    Lane(Sequence first) {
      sequence = first;
      at = first.from();
    }

    boolean isDone() {
      return at >= sequence.to();
    }
  }

  private WindowBatches(List<Sequence> sequences, WindowConfig config) {
    window = config.window();
    waiting = new ArrayDeque<>(sequences);
    points = sequences.stream().mapToLong(WindowBatches::counted).sum();
    lanes = new Lane[evenLanes(sequences.size(), config.lanes())];
    for (int lane = 0; lane < lanes.length; lane++) {
      lanes[lane] = new Lane(waiting.remove());
    }
  }

  private static int evenLanes(int sequences, int maximum) {
    int rounds = Math.max(1, (sequences + maximum - 1) / maximum);
    return (sequences + rounds - 1) / rounds;
  }

  private static long counted(Sequence sequence) {
    long count = 0;
    for (int t = sequence.countFrom(); t < sequence.to(); t++) {
      count += sequence.counts(t) ? 1 : 0;
    }
    return count;
  }

  /**
   * Returns a pass for training, in random order.
   *
   * @param random chooses order and cuts
   */
  public static WindowBatches forTraining(
      List<SeriesSpan> spans, WindowConfig config, Random random) {
    List<Sequence> sequences = Sequences.forTraining(spans, config.sequence(), random);
    Collections.shuffle(sequences, random);
    return new WindowBatches(sequences, config);
  }

  /** Returns a pass for evaluation: always the same, with a warm-up before each sequence. */
  public static WindowBatches forEvaluation(List<SeriesSpan> spans, WindowConfig config) {
    return new WindowBatches(Sequences.forEvaluation(spans, config.sequence()), config);
  }

  /** Lanes of each batch. */
  public int lanes() {
    return lanes.length;
  }

  /** Number of targets that count in the pass. */
  public long points() {
    return points;
  }

  @Override
  public boolean hasNext() {
    if (!waiting.isEmpty()) {
      return true;
    }
    for (Lane lane : lanes) {
      if (!lane.isDone()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public WindowBatch next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the pass is over");
    }
    ScaledSeries shape = lanes[0].sequence.series();
    float[] inputs = new float[lanes.length * window * shape.inputsPerPoint()];
    float[] targets = new float[lanes.length * window * shape.features()];
    float[] mask = new float[lanes.length * window];
    float[] keep = new float[lanes.length];
    WindowBatch batch = new WindowBatch(lanes.length, window, inputs, targets, mask, keep, 0);
    int counted = 0;
    for (int lane = 0; lane < lanes.length; lane++) {
      advance(lanes[lane]);
      keep[lane] = lanes[lane].at > lanes[lane].sequence.from() ? 1 : 0;
      counted += fill(batch, lane);
    }
    return new WindowBatch(lanes.length, window, inputs, targets, mask, keep, counted);
  }

  private void advance(Lane lane) {
    if (lane.isDone() && !waiting.isEmpty()) {
      lane.sequence = waiting.remove();
      lane.at = lane.sequence.from();
    }
  }

  private int fill(WindowBatch batch, int laneIndex) {
    Lane lane = lanes[laneIndex];
    if (lane.isDone()) {
      return 0;
    }
    ScaledSeries series = lane.sequence.series();
    int steps = Math.min(window, lane.sequence.to() - lane.at);
    int row = laneIndex * window;
    copy(series.inputs, lane.at, batch.inputs(), row, steps * series.inputsPerPoint());
    copy(series.targets, lane.at, batch.targets(), row, steps * series.features());
    int counted = 0;
    for (int step = 0; step < steps; step++) {
      boolean counts = lane.sequence.counts(lane.at + step);
      batch.mask()[row + step] = counts ? 1 : 0;
      counted += counts ? 1 : 0;
    }
    lane.at += window;
    return counted;
  }

  /** Copies {@code count} values; source and target have rows of the same width. */
  private void copy(float[] from, int fromRow, float[] to, int toRow, int count) {
    int width = to.length / (lanes.length * window);
    System.arraycopy(from, fromRow * width, to, toRow * width, count);
  }
}
