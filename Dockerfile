# One file for all seven services: docker build --build-arg SERVICE=appointment-service .
# No more than the classic builder of older engines knows: no heredocs, no mounts, no --link.
#
# JARS=ready takes the jars that lie in */target instead of building them; no Maven is needed then:
#   --build-arg JARS=ready --build-arg BUILD_IMAGE=eclipse-temurin:25.0.3_9-jre-noble \
#   --build-arg NODE_IMAGE=eclipse-temurin:25.0.3_9-jre-noble
ARG BUILD_IMAGE=maven:3.9.12-eclipse-temurin-25
ARG RUNTIME_IMAGE=eclipse-temurin:25.0.3_9-jre-noble
# The web client is built by the Node.js of this image's /usr/local.
ARG NODE_IMAGE=node:22.21.1-bookworm-slim
# The time of every file and of what is in the jars: the same sources make the same layers.
ARG FILE_TIME=2026-11-01T00:00:00Z


FROM ${NODE_IMAGE} AS node


# The poms alone, so that a change of code does not download all libraries again.
FROM ${BUILD_IMAGE} AS poms
WORKDIR /carelane
COPY . .
RUN find . -type f ! -name pom.xml -delete


# All jars at once: the builds of the seven images share what is above their ARG SERVICE.
FROM ${BUILD_IMAGE} AS jars
ARG JARS=build
ARG FILE_TIME
COPY --from=node /usr/local/ /usr/local/
WORKDIR /carelane
COPY --from=poms /carelane ./
RUN test "$JARS" = ready || mvn -B -ntp -q -Dmaven.test.skip -Dspring-boot.repackage.skip \
      -pl '!e2e,!bench,!deployment,!clients/java' clean package
COPY . .
RUN case "$JARS" in \
      build) mvn -B -ntp -q -Dmaven.test.skip "-Dproject.build.outputTimestamp=$FILE_TIME" \
               -pl '!e2e,!bench,!deployment,!clients/java' clean package ;; \
      ready) ls discovery/target/*.jar local/target/*-exec.jar ;; \
      *) echo "JARS is build or ready, not $JARS" >&2; exit 1 ;; \
    esac


# What goes into the images, a directory a layer, with the same times whenever it is made.
FROM ${RUNTIME_IMAGE} AS layers
ARG FILE_TIME
COPY --from=jars /carelane /carelane
RUN bash /carelane/deployment/containers/image/layers.sh /carelane /layers "$FILE_TIME"


# The same in all images. What is written at run time goes to /tmp.
FROM ${RUNTIME_IMAGE} AS runtime
COPY --from=layers /layers/runtime /
ENV LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs
WORKDIR /app


# Runs the service as it will run and keeps what its JVM has learnt.
FROM runtime AS training
ARG SERVICE
COPY --from=layers /layers/${SERVICE}/dependencies /
COPY --from=layers /layers/${SERVICE}/application /
COPY --from=layers /layers/training /
USER 10001:10001
RUN ["/training/train.sh"]


FROM runtime
ARG SERVICE
COPY --from=layers /layers/${SERVICE}/dependencies /
COPY --from=layers /layers/${SERVICE}/application /
COPY --from=training /tmp/application.aot /app/
USER 10001:10001
STOPSIGNAL SIGTERM
# Java is process 1 and hears the signal itself.
ENTRYPOINT ["java", "@/app/jvm.options", "-XX:AOTCache=/app/application.aot", "-jar", "/app/application.jar"]
HEALTHCHECK --interval=5s --timeout=5s --start-period=180s --retries=6 CMD ["/app/health"]
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="carelane/${SERVICE}" \
      org.opencontainers.image.description="Carelane books medical appointments; this is its ${SERVICE}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
