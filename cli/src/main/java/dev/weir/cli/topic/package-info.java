/**
 * Reading back what the job wrote: alerts to follow, scores to evaluate.
 *
 * <p>Input: a topic. Output: its committed records, in order, each once.
 */
@NullMarked
package dev.weir.cli.topic;

import org.jspecify.annotations.NullMarked;
