package dev.weir.decision;

/**
 * Consecutive anomalous decisions of one series.
 *
 * @param startMillis time of its first anomalous point
 * @param lastMillis time of its last anomalous point
 * @param peakScore largest score in it
 * @param points anomalous points in it
 */
public record Incident(long startMillis, long lastMillis, double peakScore, int points) {}
