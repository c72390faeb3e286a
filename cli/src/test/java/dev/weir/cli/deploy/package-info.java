/**
 * Tests that compare the deployment files and documents with the code.
 *
 * <p>Input: compose file, Dockerfiles, Prometheus, Grafana and documents. Invariant: all paths,
 * classes, ports, topics, options and metrics that they name exist.
 */
@NullMarked
package dev.weir.cli.deploy;

import org.jspecify.annotations.NullMarked;
