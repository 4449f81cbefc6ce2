package org.carelane.deployment.kubernetes;

import static java.util.Map.entry;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The kinds of objects that may be in a manifest: those of Kubernetes and Strimzi by their typed
 * models, those of other operators by a schema of what is used of them.
 */
final class Kinds {

  private static final Map<String, Class<? extends HasMetadata>> MODELS =
      Map.ofEntries(
          entry("v1/Namespace", Namespace.class),
          entry("v1/ServiceAccount", ServiceAccount.class),
          entry("v1/ConfigMap", ConfigMap.class),
          entry("v1/Secret", Secret.class),
          entry("v1/Service", Service.class),
          entry("apps/v1/Deployment", Deployment.class),
          entry("apps/v1/StatefulSet", StatefulSet.class),
          entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
          entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
          entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
          entry("networking.k8s.io/v1/Ingress", Ingress.class),
          entry("kafka.strimzi.io/v1/Kafka", Kafka.class),
          entry("kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class),
          entry("kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class),
          entry("kafka.strimzi.io/v1/KafkaUser", KafkaUser.class));

  private static final YAMLMapper LENIENT = new YAMLMapper();

  /** The models would keep unknown fields, at any depth, in their additionalProperties. */
  private static final YAMLMapper STRICT =
      YAMLMapper.builder()
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(MapperConfig<?> config, Annotated annotated) {
                  return annotated.hasAnnotation(JsonAnySetter.class)
                      ? Boolean.FALSE
                      : super.hasAnySetter(config, annotated);
                }
              })
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final JsonNode SCHEMAS =
      LENIENT.readTree(Kinds.class.getResourceAsStream("/kubernetes/other-kinds.schema.yml"));

  private Kinds() {}

  static YAMLMapper yaml() {
    return LENIENT;
  }

  static boolean isModel(JsonNode document) {
    return MODELS.containsKey(kind(document));
  }

  static HasMetadata model(JsonNode document) {
    return LENIENT.treeToValue(document, MODELS.get(kind(document)));
  }

  /** What Kubernetes, or the operator, would refuse or overlook in a document. */
  static Stream<String> complaints(JsonNode document) {
    var model = MODELS.get(kind(document));
    if (model != null) {
      return read(document, model);
    }
    var schema = SCHEMAS.path("kinds").path(kind(document));
    return schema.isMissingNode()
        ? Stream.of("is of an unknown kind")
        : Stream.concat(
            schema(schema).validate(document).stream().map(Object::toString),
            read(document.at("/spec/statefulSet/spec"), StatefulSetSpec.class));
  }

  private static Stream<String> read(JsonNode node, Class<?> model) {
    try {
      STRICT.treeToValue(node, model);
      return Stream.of();
    } catch (JacksonException e) {
      return Stream.of(e.getOriginalMessage() + " at " + e.getPathReference());
    }
  }

  private static Schema schema(JsonNode schema) {
    var complete = (ObjectNode) schema.deepCopy();
    complete.set("$defs", SCHEMAS.path("$defs"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(complete);
  }

  private static String kind(JsonNode document) {
    return document.path("apiVersion").asString() + "/" + document.path("kind").asString();
  }
}
