package dev.weir.job.detect;

import dev.weir.detect.Scored;

/**
 * One judged point of one series.
 *
 * @param series name of the series
 * @param model id of the model that judged
 * @param scored the judgement
 */
public record ScoredPoint(String series, String model, Scored scored) {}
