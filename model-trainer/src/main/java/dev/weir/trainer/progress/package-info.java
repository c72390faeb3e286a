/**
 * How a fit is shown while it runs: a bar on a terminal, plain lines elsewhere, meters for a
 * monitoring system.
 *
 * <p>Each is a {@link dev.weir.trainer.fit.FitListener}; none changes what is fitted. A skipped
 * batch is told by each of them.
 */
@NullMarked
package dev.weir.trainer.progress;

import org.jspecify.annotations.NullMarked;
