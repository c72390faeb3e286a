# The weir command. Build context: an unpacked release.
FROM eclipse-temurin:17-jre
COPY bin/ /opt/weir/bin/
COPY lib/ /opt/weir/lib/
COPY job/ /opt/weir/job/
ENV WEIR_HOME=/tmp/weir
ENTRYPOINT ["/opt/weir/bin/weir"]
CMD ["--help"]
