package dev.weir.job.detect;

import dev.weir.detect.ScoredPoint;

/**
 * One judged point of one series.
 *
 * @param series name of the series
 * @param model id of the model that judged
 * @param scored the judgement
 */
public record ScoredEvent(String series, String model, ScoredPoint scored) {}
