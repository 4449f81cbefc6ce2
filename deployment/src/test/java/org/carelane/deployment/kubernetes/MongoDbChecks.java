package org.carelane.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about MongoDB. */
final class MongoDbChecks {

  private static final Pattern USER = Pattern.compile("'([a-z]+-service)': '([a-z]+)'");

  static final Check MEMBERS =
      Check.of(
              "MongoDB has three members, and the services know all of them",
              manifests -> {
                var mongodb = manifests.documents("MongoDBCommunity").getFirst();
                var members = mongodb.at("/spec/members").asInt();
                return manifests.instancesWithDatabase().stream()
                    .filter(
                        it ->
                            members < 3
                                || uri(it, manifests).split("mongodb-\\d\\.").length - 1 != members)
                    .map(it -> it.complaint(uri(it, manifests)));
              })
          .inProduction();

  static final Check MAJORITY =
      Check.of(
          "A write to MongoDB is acknowledged by the majority",
          manifests ->
              manifests.instancesWithDatabase().stream()
                  .filter(
                      it ->
                          !uri(it, manifests).contains("w=majority")
                              || !uri(it, manifests).contains("replicaSet="))
                  .map(it -> it.complaint(uri(it, manifests))));

  static final Check ENCRYPTED =
      Check.of(
              "MongoDB speaks TLS; so do the services, which know the authority of its certificate",
              manifests ->
                  Stream.concat(
                      manifests.documents("MongoDBCommunity").stream()
                          .filter(it -> !it.at("/spec/security/tls/enabled").asBoolean())
                          .map(Manifests::title),
                      manifests.instancesWithDatabase().stream()
                          .filter(
                              it ->
                                  !uri(it, manifests).contains("tls=true")
                                      || !it.environment(manifests)
                                          .containsKey("SPRING_MONGODB_SSL_BUNDLE")
                                      || it.container().getVolumeMounts().stream()
                                          .noneMatch(
                                              mount -> mount.getMountPath().equals("/run/trust")))
                          .map(it -> it.complaint("does not"))))
          .inProduction();

  static final Check USERS =
      Check.of(
          "Each service has a user in MongoDB, who may read and write its own database and no"
              + " other",
          manifests -> {
            var expected =
                manifests.instancesWithDatabase().stream()
                    .collect(
                        Collectors.toMap(
                            Workload::name,
                            it -> it.application().value("spring.mongodb.database").orElseThrow()));
            var found =
                manifests.documents("MongoDBCommunity").isEmpty()
                    ? usersOfScript(manifests)
                    : usersOfOperator(manifests);
            return expected.equals(found)
                ? Stream.of()
                : Stream.of(found + ", expected " + expected);
          });

  static final List<Check> ALL = List.of(MEMBERS, MAJORITY, ENCRYPTED, USERS);

  private MongoDbChecks() {}

  private static String uri(Workload workload, Manifests manifests) {
    return workload.environment(manifests).getOrDefault("CARELANE_MONGODB_URI", "");
  }

  private static Map<String, String> usersOfOperator(Manifests manifests) {
    var users = new HashMap<String, String>();
    for (var user : manifests.documents("MongoDBCommunity").getFirst().at("/spec/users")) {
      var roles = new HashSet<String>();
      user.path("roles")
          .valueStream()
          .forEach(it -> roles.add(it.path("name").asString() + " " + it.path("db").asString()));
      var database = user.path("db").asString();
      users.put(
          user.path("name").asString(),
          roles.equals(Set.of("readWrite " + database)) ? database : roles.toString());
    }
    return users;
  }

  private static Map<String, String> usersOfScript(Manifests manifests) {
    return manifests.all(ConfigMap.class).stream()
        .filter(it -> it.getMetadata().getName().startsWith("mongodb-"))
        .flatMap(it -> it.getData().values().stream())
        .flatMap(it -> USER.matcher(it).results())
        .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2)));
  }
}
