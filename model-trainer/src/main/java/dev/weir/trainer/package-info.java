/**
 * Offline training: history in, model artifact out.
 *
 * <p>{@link dev.weir.trainer.TrainingPipeline} calls the stages in order: {@code history} (read,
 * sort, split), {@code window} (scale, cut), {@code network} (DJL), {@code fit}, {@code export},
 * {@code calibrate}, {@code accuracy}. {@link dev.weir.trainer.TrainingOptions} has all options. It
 * depends on the core, the generators of the sandbox and DJL, never on Flink.
 */
@NullMarked
package dev.weir.trainer;

import org.jspecify.annotations.NullMarked;
