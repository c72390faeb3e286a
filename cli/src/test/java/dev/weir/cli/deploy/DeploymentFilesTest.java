// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.deploy;

import static dev.weir.cli.deploy.Compose.optionValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.cli.Weir;
import dev.weir.cli.deploy.Compose.Mount;
import dev.weir.job.JobOptions;
import dev.weir.job.WeirJob;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that the files, options and versions named in the compose file exist. */
class DeploymentFilesTest {

  private static final String JOB_JAR = "/opt/flink/usrlib/flink-job-all.jar";

  private final Compose compose = new Compose();
  private final Poms poms = new Poms();

  private List<Mount> mounts() {
    return compose.names().stream().flatMap(name -> compose.mounts(name).stream()).toList();
  }

  /** Returns the arguments after the job's jar. */
  private List<String> jobArguments() {
    List<String> command = compose.command("job");
    return command.subList(command.indexOf(JOB_JAR) + 1, command.size());
  }

  private JobOptions jobOptions() {
    return JobOptions.of(jobArguments().toArray(String[]::new));
  }

  @Test
  void bindMounts_areInTheRepositoryOrTheRegistry() {
    Path registry = Repository.resolve(CommandLines.byDefault("publish", "--registry"));
    List<Mount> binds = mounts().stream().filter(mount -> mount.type().equals("bind")).toList();

    assertThat(binds).isNotEmpty();
    for (Mount bind : binds) {
      Path source = Repository.resolve(bind.source());
      assertThat(source.equals(registry) || source.toFile().exists())
          .as("source of %s", bind)
          .isTrue();
    }
  }

  @Test
  void volumes_areDeclared() {
    Set<String> declared = Repository.yaml("docker-compose.yml").at("volumes").keys();

    assertThat(mounts())
        .filteredOn(mount -> mount.type().equals("volume"))
        .extracting(Mount::source)
        .isNotEmpty()
        .allMatch(declared::contains);
  }

  @ParameterizedTest
  @ValueSource(strings = {"job", "trainer", "publisher"})
  void pathsInCommands_areMountedOrPartOfTheImage(String service) {
    List<Mount> mounts = compose.mounts(service);
    List<Dockerfile.Copy> copies = compose.dockerfile(service).copies();

    assertThat(compose.command(service))
        .filteredOn(word -> word.startsWith("/"))
        .isNotEmpty()
        .allMatch(
            path ->
                mounts.stream().anyMatch(mount -> mount.holds(path))
                    || copies.stream().anyMatch(copy -> copy.holds(path)));
  }

  @Test
  void jobJar_isShadedAndItsMainClassExists() throws ClassNotFoundException {
    assertThat(compose.dockerfile("job").source(JOB_JAR)).endsWith("-all.jar");
    assertThat(poms.mainClasses("flink-job")).containsExactly(WeirJob.class.getName());
    assertThat(Class.forName(poms.mainClasses("flink-job").get(0))).hasDeclaredMethods("main");
  }

  @Test
  void jobArguments_areOptionsOfTheJob() {
    assertThat(jobOptions().toArgs()).containsExactlyInAnyOrderElementsOf(jobArguments());
    assertThat(jobOptions().find(JobOptions.MODEL)).isPresent();
  }

  @Test
  void jobParallelism_equalsSlotsOfOneTaskManager() {
    int slots =
        Integer.parseInt(
            compose.flinkProperties("taskmanager").get("taskmanager.numberOfTaskSlots"));

    assertThat(jobOptions().find(JobOptions.PARALLELISM)).get().isEqualTo(slots);
  }

  @ParameterizedTest
  @ValueSource(strings = {"trainer", "publisher"})
  void weirArguments_areParsed(String service) {
    String[] arguments = compose.command(service).toArray(String[]::new);

    Dockerfile image = compose.dockerfile(service);

    assertThat(image.source(image.entrypoint())).isEqualTo("bin/");
    assertThatCode(() -> Weir.commandLine().parseArgs(arguments)).doesNotThrowAnyException();
  }

  @Test
  void jobModel_isTheTrainedAndPublishedOne() {
    List<String> train = compose.command("trainer");
    List<String> publish = compose.command("publisher");

    assertThat(publish.get(1)).isEqualTo(optionValue("--out", train));
    assertThat(jobOptions().find(JobOptions.MODEL))
        .hasValue(optionValue("--registry", publish) + "/" + optionValue("--name", train));
  }

  @Test
  void topics_equalDefaultsOfTheOptions() {
    Set<String> made = Set.of(compose.environment("topics-init", "TOPICS").split(" "));

    assertThat(made)
        .containsExactlyInAnyOrder(
            byDefault(JobOptions.INPUT_TOPICS),
            byDefault(JobOptions.ALERTS_TOPIC),
            byDefault(JobOptions.DEAD_LETTER_TOPIC),
            byDefault(JobOptions.LATE_TOPIC),
            jobOptions().find(JobOptions.SCORES_TOPIC).orElseThrow());
    assertThat(compose.environment("topics-init", "COMPACTED_TOPICS"))
        .isEqualTo(CommandLines.byDefault("publish", "--topic"))
        .isEqualTo(optionValue("--topic", compose.command("publisher")));
    assertThat(byDefault(JobOptions.INPUT_TOPICS))
        .isEqualTo(CommandLines.byDefault("replay", "--topic"))
        .isEqualTo(optionValue("--from-topic", compose.command("trainer")));
  }

  /** Returns the default of an option and asserts that the job uses it. */
  private String byDefault(ConfigOption<String> option) {
    assertThat(jobOptions().get(option)).isEqualTo(option.defaultValue());
    return option.defaultValue();
  }

  @Test
  void reporter_isAFactoryOnTheClassPath() throws ClassNotFoundException {
    String factory =
        compose.flinkProperties("jobmanager").get("metrics.reporter.weir.factory.class");

    assertThat(MetricReporterFactory.class).isAssignableFrom(Class.forName(factory));
    assertThat(compose.dockerfile("jobmanager").copies())
        .anyMatch(
            copy ->
                copy.source().endsWith("-reporter.jar")
                    && copy.target().startsWith("/opt/flink/plugins/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobmanager", "taskmanager", "job"})
  void flinkProperties_existAndAreEqualInAllServices(String service) {
    assertThat(compose.flinkProperties(service))
        .isEqualTo(compose.flinkProperties("jobmanager"))
        .allSatisfy((key, value) -> assertThat(value).isNotBlank().doesNotContain(" "));
    assertThat(compose.flinkProperties(service).keySet())
        .filteredOn(key -> !key.startsWith("metrics.reporter."))
        .isSubsetOf(FlinkOptions.keys());
  }

  @Test
  void checkpoints_areInTheFolderOfTheSubmission() {
    String folder = compose.environment("job", "CHECKPOINTS");

    assertThat(compose.flinkProperties("job"))
        .containsEntry("execution.checkpointing.dir", "file://" + folder)
        .containsEntry("execution.checkpointing.savepoint-dir", "file://" + folder + "/savepoints");
    assertThat(List.of("checkpoints-init", "jobmanager", "taskmanager", "job"))
        .allMatch(name -> compose.mounts(name).stream().anyMatch(m -> m.target().equals(folder)));
  }

  @Test
  void images_haveTheVersionsOfTheBuild() {
    String java = poms.property("maven.compiler.release");

    assertThat(List.of("jobmanager", "taskmanager", "job", "checkpoints-init"))
        .allMatch(
            name ->
                compose
                    .dockerfile(name)
                    .base()
                    .equals("flink:" + poms.property("flink.version") + "-java" + java));
    assertThat(List.of("kafka", "topics-init"))
        .allMatch(
            name -> compose.image(name).equals("apache/kafka:" + poms.property("kafka.version")));
    assertThat(List.of("trainer", "publisher"))
        .allMatch(
            name -> compose.dockerfile(name).base().equals("eclipse-temurin:" + java + "-jre"));
  }

  @Test
  void brokerClusterId_isValid() {
    String id = compose.environment("kafka", "CLUSTER_ID");

    assertThat(Uuid.fromString(id)).hasToString(id);
  }

  @Test
  void dashboard_usesTheProvisionedDatasource() {
    Yml datasource =
        Repository.yaml("deploy/grafana/provisioning/datasources/prometheus.yml")
            .at("datasources")
            .items()
            .get(0);
    List<JsonNode> used = MetricNames.dashboard().findValues("datasource");

    assertThat(used)
        .isNotEmpty()
        .allMatch(node -> node.path("uid").asText().equals(datasource.at("uid").text()));
  }

  @Test
  void dashboard_isMountedInTheFolderOfGrafana() {
    Yml provider =
        Repository.yaml("deploy/grafana/provisioning/dashboards/weir.yml")
            .at("providers")
            .items()
            .get(0);
    String folder = provider.at("options").at("path").text();
    String home = compose.environment("grafana", "GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH");
    Optional<Mount> mount =
        compose.mounts("grafana").stream().filter(m -> m.target().equals(folder)).findFirst();

    assertThat(home).startsWith(folder + "/");
    assertThat(mount).isPresent();
    assertThat(
            Repository.resolve(mount.get().source()).resolve(home.substring(folder.length() + 1)))
        .isEqualTo(Repository.resolve(MetricNames.DASHBOARD))
        .isRegularFile();
  }
}
