package org.carelane.apidescription;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.media.StringSchema;
import jakarta.validation.Validator;
import java.time.LocalTime;
import java.util.Currency;
import org.carelane.accesstoken.AccessTokenAutoConfiguration;
import org.carelane.accesstoken.PublicPaths;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Completes the document that springdoc makes of a service's controllers. */
@AutoConfiguration(after = AccessTokenAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ApiDescriptionAutoConfiguration {

  static {
    SpringDocUtils.getConfig()
        .replaceWithSchema(
            Currency.class,
            new StringSchema().pattern("^[A-Z]{3}$").description("ISO 4217").example("EUR"))
        .replaceWithSchema(
            LocalTime.class,
            new StringSchema()
                .pattern("^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?$")
                .example("09:00"))
        .replaceWithSchema(SseEmitter.class, new StringSchema());
  }

  @Bean
  ModelConverter recordMembers(Validator validator) {
    return new RecordMembers(new Constraints(validator));
  }

  @Bean
  GlobalOpenApiCustomizer describedApi(
      RequestMappingHandlerMapping requestMappingHandlerMapping,
      ObjectProvider<PublicPaths> publicPaths,
      JsonMapper json) {
    return new DescribedApi(
        Handlers.of(requestMappingHandlerMapping),
        new Access(publicPaths.stream().toList()),
        json.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
  }
}
