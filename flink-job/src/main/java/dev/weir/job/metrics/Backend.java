package dev.weir.job.metrics;

import io.micrometer.core.instrument.MeterRegistry;

/** Where meters go. */
interface Backend extends AutoCloseable {

  MeterRegistry registry();

  @Override
  void close();
}
