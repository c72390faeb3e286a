/**
 * The job: Kafka -> decode -> series by series -> detect -> alerts, exactly once.
 *
 * <p>{@link dev.weir.job.AnomalyDetectionTopology} reads as the pipeline; the packages below are
 * its stages: {@code source}, {@code decode}, {@code bundle}, {@code detect}, {@code alert}, and
 * beside them {@code deadletter}, {@code metrics} and {@code type}. Everything that is computed
 * lies in detector-core. Invariants: {@code events = scored + warming_up + duplicate + late +
 * malformed}; the same input gives the same alerts, whatever was restarted in between.
 *
 * <p>Carbone et al. 2015, Lightweight Asynchronous Snapshots for Distributed Dataflows.
 */
@NullMarked
package dev.weir.job;

import org.jspecify.annotations.NullMarked;
