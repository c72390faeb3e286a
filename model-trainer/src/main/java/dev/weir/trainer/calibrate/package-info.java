/**
 * Offline stage 6, calibrate: a model and history -> how often which surprise comes up.
 *
 * <p>Runs the exported model through the core's {@link dev.weir.detect.Detector}, the class that
 * the job runs, over time that the network was not fitted to.
 */
@NullMarked
package dev.weir.trainer.calibrate;

import org.jspecify.annotations.NullMarked;
