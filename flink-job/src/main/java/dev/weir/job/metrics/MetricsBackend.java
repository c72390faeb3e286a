// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.metrics;

import io.micrometer.core.instrument.MeterRegistry;

/** A Micrometer registry with the resources that publish it. */
interface MetricsBackend extends AutoCloseable {

  MeterRegistry registry();

  @Override
  void close();
}
