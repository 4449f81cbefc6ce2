package org.carelane.apidescription;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.carelane.rest.IdempotencyKey;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;

/** Says of a whole document, and of each operation in it, what holds by convention. */
class DescribedApi implements GlobalOpenApiCustomizer {

  /** Of the API, not of a release: a further operation raises the second number. */
  private static final String VERSION = "1.0.0";

  private static final String TOKEN = "accessToken";

  private final Handlers handlers;
  private final Access access;
  private final boolean refusesUnknownMembers;

  DescribedApi(Handlers handlers, Access access, boolean refusesUnknownMembers) {
    this.handlers = handlers;
    this.access = access;
    this.refusesUnknownMembers = refusesUnknownMembers;
  }

  @Override
  public void customise(OpenAPI api) {
    api.setInfo(complete(Objects.requireNonNullElseGet(api.getInfo(), Info::new)));
    api.setServers(List.of(new Server().url("/").description("The gateway")));
    var components = Objects.requireNonNullElseGet(api.getComponents(), Components::new);
    api.setComponents(components);
    components.addSecuritySchemes(
        TOKEN,
        new SecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .bearerFormat("JWT")
            .description("The accessToken of POST /api/v1/auth/login. It is good for 15 minutes."));
    components.addSchemas(ProblemAnswers.SCHEMA, ProblemAnswers.schema());
    var paths = Objects.requireNonNullElseGet(api.getPaths(), Paths::new);
    paths.forEach(
        (path, item) ->
            item.readOperationsMap()
                .forEach(
                    (verb, operation) -> {
                      var method = HttpMethod.valueOf(verb.name());
                      handlers
                          .of(method, path)
                          .ifPresent(it -> describe(method, path, operation, it, components));
                    }));
    api.setPaths(sorted(paths));
    api.setTags(usedTags(api));
    if (refusesUnknownMembers) {
      RequestSchemas.of(api).forEach(it -> it.setAdditionalProperties(false));
    }
    components.getSchemas().values().forEach(DescribedApi::unwrapWords);
    components.setSchemas(sortedSchemas(components.getSchemas()));
  }

  private void describe(
      HttpMethod method,
      String path,
      Operation operation,
      HandlerMethod handler,
      Components components) {
    operation.setOperationId(OperationNames.of(handler));
    var roles = Access.roles(handler);
    var isPublic = roles.isEmpty() && access.isPublic(method, path);
    operation.setSecurity(security(isPublic, handler));
    if (!roles.isEmpty()) {
      operation.setDescription(
          (operation.getDescription() == null ? "" : operation.getDescription() + " ")
              + "Needs the role "
              + String.join(" or ", roles)
              + ".");
      operation.addExtension("x-roles", roles);
    }
    if (operation.getTags() == null
        || operation.getTags().stream().anyMatch(it -> it.endsWith("-controller"))) {
      operation.setTags(List.of(OperationNames.noun(handler)));
    }
    describeKey(operation);
    new ProblemAnswers(components).addTo(operation, path, handler, !roles.isEmpty());
  }

  /** Javadoc has the line breaks of its source. */
  private static void unwrapWords(Schema<?> schema) {
    if (schema.getDescription() != null) {
      schema.setDescription(schema.getDescription().replaceAll("\\s+", " "));
    }
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(DescribedApi::unwrapWords);
    }
  }

  private static void describeKey(Operation operation) {
    if (operation.getParameters() != null) {
      operation.getParameters().stream()
          .filter(it -> IdempotencyKey.HEADER.equals(it.getName()))
          .forEach(
              it ->
                  it.example("0d5b7f3e-3c1a-4f62-9a8e-7c2d1b6e4f90")
                      .schema(new StringSchema().maxLength(200).pattern("^[!-~]{1,200}$")));
    }
  }

  private static List<SecurityRequirement> security(boolean isPublic, HandlerMethod handler) {
    var token = new SecurityRequirement().addList(TOKEN);
    if (!isPublic) {
      return List.of(token);
    }
    return Access.looksAtCaller(handler) ? List.of(new SecurityRequirement(), token) : List.of();
  }

  private static Info complete(Info info) {
    return info.version(VERSION)
        .contact(new Contact().name("Carelane").url("https://carelane.example"))
        .license(new License().name("Apache License 2.0").identifier("Apache-2.0"));
  }

  private static Paths sorted(Paths paths) {
    var sorted = new Paths();
    new TreeMap<>(paths).forEach(sorted::addPathItem);
    return sorted;
  }

  @SuppressWarnings("rawtypes")
  private static Map<String, Schema> sortedSchemas(Map<String, Schema> schemas) {
    return new TreeMap<>(schemas);
  }

  private static List<Tag> usedTags(OpenAPI api) {
    Map<String, Tag> known = new TreeMap<>();
    Objects.requireNonNullElseGet(api.getTags(), List::<Tag>of)
        .forEach(it -> known.merge(it.getName(), it, DescribedApi::described));
    var used =
        api.getPaths().values().stream()
            .flatMap(it -> it.readOperations().stream())
            .flatMap(it -> it.getTags().stream())
            .distinct()
            .map(name -> known.getOrDefault(name, new Tag().name(name)))
            .sorted(Comparator.comparing(Tag::getName))
            .toList();
    return new ArrayList<>(used);
  }

  private static Tag described(Tag one, Tag other) {
    return one.getDescription() == null ? other : one;
  }
}
