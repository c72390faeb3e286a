/**
 * Offline training: history in, model artifact out.
 *
 * <p>{@link dev.weir.trainer.TrainingPipeline} reads as the stages: {@code history} (read, put in
 * order, split by time), {@code window} (scale, cut), {@code fit} (DJL), {@code export}, {@code
 * calibrate}, {@code report}, write. {@link dev.weir.trainer.TrainingOptions} groups every option.
 * Depends on the core and on DJL; never on Flink.
 */
@NullMarked
package dev.weir.trainer;

import org.jspecify.annotations.NullMarked;
