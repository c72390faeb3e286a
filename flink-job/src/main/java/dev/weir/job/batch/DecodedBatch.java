package dev.weir.job.batch;

import dev.weir.job.decode.MalformedRecord;
import java.util.List;

/**
 * Some records of one partition, decoded: a few hundred go from the source to the next operator as
 * one, since to pass them on one by one costs more than to decode them.
 *
 * @param events the well-formed, side by side; may be none
 * @param count how many these are
 * @param newestMillis event time of the newest of them, milliseconds; {@link Long#MIN_VALUE} where
 *     there are none, so that malformed records never move the watermark
 * @param malformed all others
 */
public record DecodedBatch(
    EventBatch events, int count, long newestMillis, List<MalformedRecord> malformed) {}
