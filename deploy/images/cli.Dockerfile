# The weir command. Build context: an unpacked release.
FROM eclipse-temurin:17-jre
COPY bin/ /opt/weir/bin/
COPY lib/ /opt/weir/lib/
COPY job/ /opt/weir/job/
# Logs and checkpoints of local jobs. Writable for all, for docker run --user.
RUN install -d -m 1777 /var/lib/weir
ENV WEIR_HOME=/var/lib/weir
ENTRYPOINT ["/opt/weir/bin/weir"]
CMD ["--help"]
