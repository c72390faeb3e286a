/**
 * Gradients of an LSTM in plain Java: a batch of windows -> loss and the gradient of every
 * parameter.
 *
 * <p>Input: {@link dev.weir.trainer.window.WindowBatch} and parameters in PyTorch's layout and
 * order. Output: the mean negative log-likelihood, its gradient by truncated back-propagation
 * through time (Werbos 1990; Williams &amp; Peng 1990), and a step of Adam (Kingma &amp; Ba 2015).
 * Invariants: the same numbers as DJL's within float rounding; no array is allocated for a batch; a
 * lane knows nothing of the others.
 *
 * <p>Layout. What is multiplied by matrices stands in rows, one a lane, {@code [lane][number]}, so
 * that the loops of a product are as long as all gates together and become SIMD on any JDK (see
 * {@link dev.weir.trainer.backprop.RowSums}); what is done number by number stands flat, {@code
 * [lane * unit]}, so that its loops are longer still.
 */
@NullMarked
package dev.weir.trainer.backprop;

import org.jspecify.annotations.NullMarked;
