// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.decode;

import dev.weir.job.source.SourceRecord;

/**
 * A record that is not an event.
 *
 * @param source the unchanged record
 * @param reason the error and its position, one line
 */
public record MalformedRecord(SourceRecord source, String reason) {}
