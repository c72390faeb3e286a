/**
 * Microbenchmarks (JMH) of what every event costs: decoding, the recurrent step, the whole
 * detector.
 *
 * <p>Run: {@code mvn -q -Pquick package -pl benchmarks -am && java -jar
 * benchmarks/target/benchmarks.jar}. The set behind the limits, 5 fresh processes each on two JDKs:
 * {@code java -cp benchmarks/target/benchmarks.jar dev.weir.benchmarks.MicroMeasurement
 * benchmarks/results 5 5 JDK17_HOME JDK25_HOME}. Quote the score with its error, and name the JDK:
 * both stand in the output.
 */
@NullMarked
package dev.weir.benchmarks;

import org.jspecify.annotations.NullMarked;
