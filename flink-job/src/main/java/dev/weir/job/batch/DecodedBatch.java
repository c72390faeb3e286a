// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.batch;

import dev.weir.job.decode.MalformedRecord;
import java.util.List;

/**
 * Some hundred decoded records of one partition. The source emits them as one element, since
 * passing a record to the next operator costs more than decoding it.
 *
 * @param events the events; may be empty
 * @param count number of events
 * @param newestMillis event time of the newest event, milliseconds; {@link Long#MIN_VALUE} without
 *     events, so that malformed records don't advance the watermark
 * @param malformed the records that are not events
 */
public record DecodedBatch(
    EventBatch events, int count, long newestMillis, List<MalformedRecord> malformed) {}
