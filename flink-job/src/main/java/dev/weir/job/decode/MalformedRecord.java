package dev.weir.job.decode;

import dev.weir.job.source.SourceRecord;

/**
 * A record that holds no event.
 *
 * @param source the record as it was
 * @param reason what is wrong and where, in one line
 */
public record MalformedRecord(SourceRecord source, String reason) {}
