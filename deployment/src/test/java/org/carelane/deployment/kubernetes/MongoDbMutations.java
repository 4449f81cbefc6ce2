package org.carelane.deployment.kubernetes;

import static org.carelane.deployment.kubernetes.Mutation.at;
import static org.carelane.deployment.kubernetes.Mutation.listAt;
import static org.carelane.deployment.kubernetes.Mutation.set;
import static org.carelane.deployment.kubernetes.Overlay.PRODUCTION;

import java.util.List;

/** Mistakes about MongoDB. */
final class MongoDbMutations {

  static final List<Mutation> ALL =
      List.of(
          new Mutation(
              PRODUCTION,
              "a MongoDB of one",
              MongoDbChecks.MEMBERS,
              set("MongoDBCommunity", "mongodb", "/spec/members", 1)),
          new Mutation(
              PRODUCTION,
              "a write that one member acknowledges",
              MongoDbChecks.MAJORITY,
              at(
                  "ConfigMap",
                  "every-service",
                  "/data",
                  it ->
                      it.put(
                          "CARELANE_MONGODB_URI",
                          it.get("CARELANE_MONGODB_URI").asString().replace("w=majority", "w=1")))),
          new Mutation(
              PRODUCTION,
              "a MongoDB in plain",
              MongoDbChecks.ENCRYPTED,
              set("MongoDBCommunity", "mongodb", "/spec/security/tls/enabled", false)),
          new Mutation(
              PRODUCTION,
              "a service that may read another's database",
              MongoDbChecks.USERS,
              listAt(
                  "MongoDBCommunity",
                  "mongodb",
                  "/spec/users/0/roles",
                  it -> it.addObject().put("name", "read").put("db", "payments"))));

  private MongoDbMutations() {}
}
