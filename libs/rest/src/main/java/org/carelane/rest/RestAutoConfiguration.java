package org.carelane.rest;

import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.Arrays;
import org.carelane.rest.strict.DeclaredQuery;
import org.carelane.rest.strict.JsonBodies;
import org.carelane.rest.strict.StrictConversion;
import org.carelane.rest.strict.StrictJson;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;

/** Gives a servlet service the conventions of this package, in its answers and its OpenAPI. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@EnableConfigurationProperties(RequestLimits.class)
@Import({
  ProblemAdvice.class,
  ProblemErrorController.class,
  RequestLimit.class,
  RestArguments.class,
  StrictJson.class,
  StrictConversion.class,
  JsonBodies.class,
  DeclaredQuery.class,
  ProblemReport.class
})
public class RestAutoConfiguration {

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(PageRequest.class, IdempotencyKey.class);
  }

  @Bean
  OperationCustomizer conventionalParameters() {
    return (operation, handler) -> {
      var types =
          Arrays.stream(handler.getMethodParameters())
              .map(MethodParameter::getParameterType)
              .toList();
      if (types.contains(PageRequest.class)) {
        operation.addParametersItem(
            query("limit", "How many items, 1 to 100")
                .example(PageRequest.DEFAULT_LIMIT)
                .schema(
                    new IntegerSchema()
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT))
                        ._default(PageRequest.DEFAULT_LIMIT)));
        operation.addParametersItem(
            query("cursor", "nextCursor of the page before")
                .example(Page.CURSOR_EXAMPLE)
                .schema(new StringSchema()));
      }
      for (var key : handler.getMethodParameters()) {
        if (key.getParameterType() != IdempotencyKey.class) {
          continue;
        }
        operation.addParametersItem(
            new Parameter()
                .in("header")
                .name(IdempotencyKey.HEADER)
                .required(!key.isOptional())
                .description("Same key and body: same effect once, same reply. Other body: 422")
                .schema(new StringSchema().maxLength(200)));
      }
      return operation;
    };
  }

  private static Parameter query(String name, String description) {
    return new Parameter().in("query").name(name).description(description);
  }
}
