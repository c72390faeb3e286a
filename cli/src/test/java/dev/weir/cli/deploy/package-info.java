/**
 * What a user deploys, held against the code: compose file, Prometheus, Grafana, documents.
 *
 * <p>Input: the files at the top of the repository. Invariant: whatever they name, be it a path,
 * class, port, topic, option or metric, exists under that name in the code.
 */
@NullMarked
package dev.weir.cli.deploy;

import org.jspecify.annotations.NullMarked;
