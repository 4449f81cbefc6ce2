package org.carelane.deployment.containers;

import static org.assertj.core.api.Assertions.assertThat;

import org.carelane.deployment.checkout.Checkout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each of these changes would make the fleet worse, and the rule it breaks says so. */
class ComposeMutationsTest {

  @ParameterizedTest(name = "{0}: {2} instead of {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "every key is one that is meant to be there | read_only: true | readonly: true",
        "every key is one that is meant to be there | retries: 6 | retires: 6",
        "every key is one that is meant to be there | internal: true | internl: true",
        "every key is one that is meant to be there | mem_limit: 512m | mem_limit: plenty",
        "all services of the project run, each from its own image | SERVICE: chat-service |"
            + " SERVICE: auth-service",
        "all services of the project run, each from its own image | image: carelane/chat-service: |"
            + " image: carelane/auth-service:",
        "images have a version tag | ${KAFKA_IMAGE:?copy .env.example to .env} | apache/kafka",
        "images have a version tag | ${KAFKA_IMAGE:?copy .env.example to .env} |"
            + " apache/kafka:latest",
        "only the gateway, the mail page and Grafana are published | target: 8080 | target: 9080",
        "only the gateway, the mail page and Grafana are published | ${CARELANE_ADDRESS:?copy"
            + " .env.example to .env} | 0.0.0.0",
        "only the gateway, the mail page and Grafana are published | `    user: \"999:999\"` | `   "
            + " user: \"999:999\"\n"
            + "    ports: [{target: 27017, host_ip: 127.0.0.1, published: \"27017\"}]`",
        "containers may do no more than they need | read_only: true | read_only: false",
        "containers may do no more than they need | cap_drop: [ALL] | cap_drop: [NET_RAW]",
        "containers may do no more than they need | no-new-privileges:true |"
            + " no-new-privileges:false",
        "containers may do no more than they need | `user: \"999:999\"` | `user: \"0:0\"`",
        "containers may do no more than they need | `    tmpfs: [/tmp]` | `    tmpfs: [/run]`",
        "containers have a limit of memory, and keep their logs small | mem_limit: 384m |"
            + " mem_limit: -1",
        "containers have a limit of memory, and keep their logs small | max-size: 10m | max-size:"
            + " 0",
        "containers have a limit of memory, and keep their logs small | restart: unless-stopped |"
            + " restart: on-failure",
        "what can be asked for its health is waited for | condition: service_completed_successfully"
            + " | condition: service_started",
        "what can be asked for its health is waited for | `  kafka:\n"
            + "    condition: service_healthy` | `  kafka:\n"
            + "    condition: service_started`",
        "what can be asked for its health is waited for | `  kafka:\n"
            + "    condition: service_healthy\n"
            + "` | ``",
        "what can be asked for its health is waited for | test: [CMD, /app/health] | test: [CMD,"
            + " curl, localhost]",
        "a service has time to drain | stop_grace_period: 60s | stop_grace_period: 10s",
        "no value is a secret | `CARELANE_KAFKA: kafka:9092` | `CARELANE_KAFKA: kafka:9092\n"
            + "  CARELANE_SMTP_PASSWORD: geheim`",
        "no value is a secret | auth-service:$${carelane.mongodb.password}@ | auth-service:geheim@",
        "secrets are files that somebody reads | /smtp-password | /mail-password",
        "secrets are files that somebody reads | `secrets: [grafana-password]` | `secrets: []`",
        "secrets have the name of a setting | target: carelane.auth.admin.password | target:"
            + " carelane.auth.administrator.password",
        "secrets have the name of a setting | target: spring.mail.password | target: mail.password",
        "all know the password of the register | source: discovery-password | source:"
            + " grafana-password",
        "all know the password of the register | `secrets: [discovery-password]` | `secrets: []`",
        "only the gateway is believed about clients | CARELANE_AUTH_TRUSTED_PROXIES: |"
            + " CARELANE_AUTH_ATTEMPTS_ADDRESS_FREE:",
        "only the gateway is believed about clients | `PROXIES: ${CARELANE_NETWORK:?copy"
            + " .env.example to .env}.0/24` | `PROXIES: 0.0.0.0/0`",
        "only the gateway, the mail page and Grafana are published | `      CARELANE_HOSTNAME:"
            + " discovery` | `      CARELANE_HOSTNAME: discovery\n"
            + "    ports: [{target: 8761, host_ip: 127.0.0.1, published: \"8761\"}]`",
        "data, services and monitoring are apart | `  data:\n    internal: true` | `  data: {}`",
        "data, services and monitoring are apart | `networks: [public, services]` | `networks:"
            + " [public, services, data]`",
        "data, services and monitoring are apart | `networks: [public, monitoring]` | `networks:"
            + " [public, monitoring, services]`",
        "what is kept is in a named volume | `\"mongodb:/data/db\"` | `\"/data/db\"`",
        "what is kept is in a named volume | `  tempo: {}` | ``",
        "what is mounted is there, and cannot be written | mongodb/setup.js:/setup.js:ro |"
            + " mongodb/setup.js:/setup.js",
        "what is mounted is there, and cannot be written | containers/mongodb/setup.js |"
            + " containers/mongodb/set-up.js",
        "the environment names settings that are there | CARELANE_SMTP_HOST: | CARELANE_MAIL_HOST:",
        "the environment names settings that are there | MANAGEMENT_TRACING_SAMPLING_PROBABILITY |"
            + " MANAGEMENT_TRACING_PROBABILITY",
        "the environment names settings that are there | CARELANE_JWKS_URI | CARELANE_JWKS_URL",
        "ports are those the services listen on | discovery:8761 | discovery:8671",
        "ports are those the services listen on | `MANAGEMENT_SERVER_PORT: \"9080\"` |"
            + " `MANAGEMENT_SERVER_PORT: \"8080\"`",
        "each service has a user and a database of its own | authSource=chats |"
            + " authSource=payments",
        "each service has a user and a database of its own | mongodb://chat-service: |"
            + " mongodb://payment-service:",
        "each service has a user and a database of its own | source: mongodb-chat-service-password"
            + " | source: mongodb-auth-service-password",
        "each service has a user and a database of its own | &replicaSet=rs0 | ``",
        "a missing .env is said | ${MONGODB_IMAGE:?copy .env.example to .env} | ${MONGODB_IMAGE}",
        "a missing .env is said | ${CARELANE_PORT:?copy .env.example to .env} | 8080",
      })
  void areCaught(String rule, String right, String wrong) {
    var text = Checkout.text("docker-compose.yml");
    assertThat(text).contains(right);
    var mutated = ComposeFile.of(text.replace(right, wrong), ComposeFile.exampleValues());
    assertThat(ComposeTest.complaints(rule, mutated)).isNotEmpty();
  }
}
