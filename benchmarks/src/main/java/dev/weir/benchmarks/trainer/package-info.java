/**
 * The trainer measured beside DJL's own loop: series -> two fits in fresh processes -> points a
 * second of one core, and how well each fit forecasts series that neither has seen.
 *
 * <p>Output: {@code trainer.json}, every run's figures; {@code trainer.md}, medians with smallest
 * and largest. Invariants: both loops fit the same network from the same weights, on the same
 * series, as many passes, with the same optimiser and loss, on one thread of PyTorch; both fits are
 * judged by the core that serves them.
 *
 * <p>Run: {@code java -cp benchmarks/target/benchmarks.jar
 * dev.weir.benchmarks.trainer.TrainerMeasurement benchmarks/results 5}.
 */
@NullMarked
package dev.weir.benchmarks.trainer;

import org.jspecify.annotations.NullMarked;
