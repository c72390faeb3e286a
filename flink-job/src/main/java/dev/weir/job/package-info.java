/**
 * The job: Kafka -> decode -> detect, series by series -> alerts, exactly once.
 *
 * <p>{@link dev.weir.job.AnomalyDetectionTopology} adds the stages in the order of the pipeline.
 * The packages are:
 *
 * <ol>
 *   <li>{@link dev.weir.job.source}: reads Kafka topics.
 *   <li>{@link dev.weir.job.decode}: decodes a record into an event.
 *   <li>{@link dev.weir.job.batch}: groups events into batches, each for one subtask.
 *   <li>{@link dev.weir.job.detect}: scores events and emits alerts.
 *   <li>{@link dev.weir.job.sink}: writes Kafka topics.
 * </ol>
 *
 * <p>Beside the stages, {@link dev.weir.job.store} has the states of the series, {@link
 * dev.weir.job.serialization} what serializers have in common, and {@link dev.weir.job.metrics} the
 * metrics and their reporter. All computation on points is in detector-core.
 *
 * <p>Input: the job's options, a model and the input topics. Output: the topics of alerts, scores,
 * late points and dead letters. Invariants: {@code events = scored + warming_up + duplicate + late
 * + malformed}; the same input gives the same alerts, whatever was restarted in between.
 *
 * <p>Carbone et al. 2015, Lightweight Asynchronous Snapshots for Distributed Dataflows.
 */
@NullMarked
package dev.weir.job;

import org.jspecify.annotations.NullMarked;
