package dev.weir.job;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Main class of the job for a Flink cluster: {@code flink run}, REST or application mode. */
public final class WeirJob {

  private WeirJob() {}

  /**
   * @param args options, see {@link JobOptions}; {@code --help} lists them
   */
  public static void main(String[] args) throws Exception {
    if (args.length == 1 && args[0].equals("--help")) {
      JobHelp.lines().forEach(System.out::println);
      return;
    }
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    AnomalyDetectionTopology.of(JobOptions.of(args)).addTo(environment);
    environment.execute();
  }
}
