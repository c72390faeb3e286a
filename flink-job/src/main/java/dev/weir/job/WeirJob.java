// SPDX-License-Identifier: Apache-2.0
package dev.weir.job;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;

/** Main class of the job for a Flink cluster: {@code flink run}, REST or application mode. */
public final class WeirJob {

  private WeirJob() {}

  /**
   * @param args options, see {@link JobOptions}; {@code --help} lists them
   */
  public static void main(String[] args) throws Exception {
    ParameterTool parameters = ParameterTool.fromArgs(args);
    if (parameters.has("help")) {
      JobHelp.lines().forEach(System.out::println);
      return;
    }
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    AnomalyDetectionTopology.of(JobOptions.of(parameters)).addTo(environment);
    environment.execute();
  }
}
