package dev.weir.decision;

/**
 * What a point was judged by.
 *
 * @param timeMillis event time, milliseconds
 * @param values the point, {@code [feature]}
 * @param band what was expected instead
 * @param score unit-free surprise, 0 to 1
 * @param feature index of the feature that contributed most
 */
public record Evidence(long timeMillis, double[] values, Band band, double score, int feature) {}
