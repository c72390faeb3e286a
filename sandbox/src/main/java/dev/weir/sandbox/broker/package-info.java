/**
 * Kafka broker for demos and tests, in this JVM.
 *
 * <p>Input: a free port, or one that the caller names. Output: a bootstrap address. Invariant: the
 * broker deletes its records when it is closed.
 */
@NullMarked
package dev.weir.sandbox.broker;

import org.jspecify.annotations.NullMarked;
