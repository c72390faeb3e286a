/**
 * Creates topics and reads committed records of alerts and scores.
 *
 * <p>Input: a broker and a topic. Output: its committed records, in order, each once.
 */
@NullMarked
package dev.weir.cli.topic;

import org.jspecify.annotations.NullMarked;
