/**
 * Between decode and detect: events that go to the same subtask, put into bundles; malformed
 * records, put aside.
 *
 * <p>Sending an event by itself from one task to another costs as much as half of its detection; a
 * hundred in one record cost little more than one. {@link dev.weir.job.bundle.BundleOperator} fills
 * a bundle for each subtask of detect and lets go of it when it is full, a few milliseconds old, or
 * before anything passes that must not overtake it.
 *
 * <p>Invariants: events of a series keep their order; no event stays behind a watermark, a barrier
 * or the end of the input; all series of a bundle belong to the same subtask.
 */
@NullMarked
package dev.weir.job.bundle;

import org.jspecify.annotations.NullMarked;
