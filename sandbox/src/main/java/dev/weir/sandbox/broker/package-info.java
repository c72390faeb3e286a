/**
 * Kafka for a laptop: one broker in this JVM, and the topics that Weir needs on any broker.
 *
 * <p>Input: a folder. Output: a bootstrap address. Invariant: what the embedded broker wrote is
 * gone when it is closed.
 */
@NullMarked
package dev.weir.sandbox.broker;

import org.jspecify.annotations.NullMarked;
