/**
 * JUnit support for all modules: a shared broker, and data that stands beside the checkout.
 *
 * <p>Input: the test's parameters and the system property {@code weir.shared}. Output: a running
 * {@link dev.weir.sandbox.broker.EmbeddedBroker} or a folder. Invariant: a test whose data is
 * absent is skipped with the reason.
 */
@NullMarked
package dev.weir.sandbox.junit;

import org.jspecify.annotations.NullMarked;
