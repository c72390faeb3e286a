/**
 * Microbenchmarks (JMH) of the work per event: decoding, network step, detector step, state
 * serialization.
 *
 * <p>Input: synthetic records and random points. Output: nanoseconds and allocated bytes per event.
 * Run all, five fresh processes each on two JDKs: {@code java -cp benchmarks/target/benchmarks.jar
 * dev.weir.benchmarks.micro.MicroMeasurement benchmarks/results 5 5 JDK17_HOME JDK25_HOME}. Run
 * one: {@code java -jar benchmarks/target/benchmarks.jar NAME}.
 */
@NullMarked
package dev.weir.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
