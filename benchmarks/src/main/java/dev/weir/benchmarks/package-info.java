/**
 * Microbenchmarks (JMH) of what every event costs: decoding, the recurrent step, the whole
 * detector.
 *
 * <p>Run: {@code mvn -q -Pquick package -pl benchmarks -am && java -jar
 * benchmarks/target/benchmarks.jar}. Quote the score with its error, and name the JDK: both stand
 * in the output.
 */
@NullMarked
package dev.weir.benchmarks;

import org.jspecify.annotations.NullMarked;
