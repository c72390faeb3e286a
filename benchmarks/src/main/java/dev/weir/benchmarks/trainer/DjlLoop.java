package dev.weir.benchmarks.trainer;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.TranslateException;
import dev.weir.forecast.Weights;
import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.window.SeriesSpan;
import dev.weir.trainer.window.WindowBatch;
import dev.weir.trainer.window.WindowBatches;
import dev.weir.trainer.window.WindowConfig;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/**
 * The loop of DJL's documentation: windows of the series in an {@link ArrayDataset}, shuffled, 32 a
 * batch, each from an empty state.
 *
 * <p>Without listeners and without a validation set: it does nothing but learn.
 */
final class DjlLoop {

  private static final int BATCH = 32;

  /** Adam's, at its largest. */
  static final double LEARNING_RATE = FitConfig.DEFAULT.learningRate();

  /** The part of the rate that is left at the end, as in Weir's. */
  private static final double LAST_PART = 0.05;

  /** All windows in one batch. */
  private static final int ALL = 1 << 20;

  private DjlLoop() {}

  static Weights fit(TrainerTask task, Weights start) throws IOException, TranslateException {
    Engine engine = Engine.getEngine("PyTorch");
    engine.setRandomSeed((int) task.size().seed());
    WindowBatch windows = windows(task);
    try (Model model = Model.newInstance("lstm", engine.getEngineName());
        NDManager manager = engine.newBaseManager()) {
      model.setBlock(block());
      int passes = task.size().passes();
      int batches = (windows.lanes() + BATCH - 1) / BATCH;
      try (Trainer trainer = model.newTrainer(config(passes * batches))) {
        trainer.initialize(new Shape(BATCH, TrainerTask.WINDOW, TrainerTask.SHAPE.inputs()));
        DjlWeights.load(model.getBlock(), start);
        EasyTrain.fit(trainer, passes, dataset(windows, manager), null);
        return DjlWeights.export(model.getBlock());
      }
    }
  }

  private static Block block() {
    return new SequentialBlock()
        .add(LSTM.builder().setStateSize(TrainerTask.SHAPE.hidden()).setNumLayers(1).build())
        .add(Linear.builder().setUnits(TrainerTask.SHAPE.outputs()).build());
  }

  private static DefaultTrainingConfig config(int updates) {
    Tracker rate =
        Tracker.cosine()
            .setBaseValue((float) LEARNING_RATE)
            .optFinalValue((float) (LEARNING_RATE * LAST_PART))
            .setMaxUpdates(updates)
            .build();
    return new DefaultTrainingConfig(new StudentLoss())
        .optOptimizer(Adam.builder().optLearningRateTracker(rate).build());
  }

  /** Every window of every series, none twice. */
  private static WindowBatch windows(TrainerTask task) {
    List<SeriesSpan> spans =
        task.scaled().stream().map(series -> new SeriesSpan(series, 1, series.length())).toList();
    WindowConfig cut = new WindowConfig(TrainerTask.WINDOW, ALL, TrainerTask.WINDOW);
    return WindowBatches.forTraining(spans, cut, new WholeWindows()).next();
  }

  /** No first window is cut short. */
  private static final class WholeWindows extends Random {

    private static final long serialVersionUID = 1;

    @Override
    public int nextInt(int bound) {
      return bound - 1;
    }
  }

  private static ArrayDataset dataset(WindowBatch windows, NDManager manager) {
    Shape rows = new Shape(windows.lanes(), windows.time());
    return new ArrayDataset.Builder()
        .setData(manager.create(windows.inputs(), rows.add(TrainerTask.SHAPE.inputs())))
        .optLabels(
            manager.create(windows.targets(), rows.add(1)),
            manager.create(windows.mask(), rows.add(1)))
        .setSampling(BATCH, true)
        .build();
  }
}
