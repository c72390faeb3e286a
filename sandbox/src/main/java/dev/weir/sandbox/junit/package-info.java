/**
 * JUnit support for all modules: a shared broker, and data sets that are not part of the checkout.
 *
 * <p>Input: the parameters of a test, and the folder of the data. Output: a running {@link
 * dev.weir.sandbox.broker.EmbeddedBroker}, or a folder. Invariant: a test without its data is
 * skipped with the reason.
 */
@NullMarked
package dev.weir.sandbox.junit;

import org.jspecify.annotations.NullMarked;
