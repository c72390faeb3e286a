# Flink with the job and the metrics reporter. Build context: an unpacked release.
FROM flink:2.2.1-java17
COPY --chown=flink:flink job/flink-job-all.jar /opt/flink/usrlib/flink-job-all.jar
COPY --chown=flink:flink job/flink-job-reporter.jar /opt/flink/plugins/weir-reporter/flink-job-reporter.jar
COPY --chown=flink:flink deploy/flink/submit.sh /opt/flink/bin/submit.sh
