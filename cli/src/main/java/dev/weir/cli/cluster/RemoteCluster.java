// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.job.JobOptions;
import dev.weir.job.WeirJob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Client of the REST interface of a Flink cluster's JobManager. */
public final class RemoteCluster {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final URI jobManager;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param jobManager host:port of the REST interface
   */
  public RemoteCluster(String jobManager) {
    this.jobManager = URI.create("http://" + jobManager);
  }

  /**
   * Uploads the job's jar and runs it.
   *
   * @param jar the shaded jar
   * @return the id of the job
   * @throws IOException if the cluster doesn't answer or refuses the job
   */
  public String submit(Path jar, JobOptions options) throws IOException {
    String id = upload(jar);
    byte[] body =
        json.writeValueAsBytes(
            Map.of("entryClass", WeirJob.class.getName(), "programArgsList", options.toArgs()));
    JsonNode answer =
        send(
            HttpRequest.newBuilder(jobManager.resolve("/jars/" + id + "/run"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    return answer.path("jobid").asText();
  }

  private String upload(Path jar) throws IOException {
    String boundary = UUID.randomUUID().toString();
    JsonNode answer =
        send(
            HttpRequest.newBuilder(jobManager.resolve("/jars/upload"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form(jar, boundary))));
    String stored = answer.path("filename").asText();
    return stored.substring(stored.lastIndexOf('/') + 1);
  }

  private static byte[] form(Path jar, String boundary) throws IOException {
    String head =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\""
            + jar.getFileName()
            + "\"\r\nContent-Type: application/x-java-archive\r\n\r\n";
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    form.writeBytes(Files.readAllBytes(jar));
    form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> response =
          http.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IOException("Flink at " + jobManager + " refused: " + reason(response.body()));
      }
      return json.readTree(response.body());
    } catch (ConnectException e) {
      throw new IOException(
          "no JobManager answers at "
              + jobManager
              + "; set its REST address with --jobmanager host:port",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for Flink", e);
    }
  }

  /** Returns the root cause from Flink's list of errors; the last one is a stack trace. */
  private String reason(String body) throws IOException {
    String trace = json.readTree(body).path("errors").path(1).asText(body);
    return trace
        .lines()
        .filter(line -> line.contains("Caused by:"))
        .reduce((first, last) -> last)
        .orElse(trace)
        .strip();
  }
}
