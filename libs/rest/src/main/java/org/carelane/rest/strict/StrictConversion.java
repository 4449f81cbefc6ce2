package org.carelane.rest.strict;

import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Dates and times in queries and paths are ISO, whatever the Accept-Language. */
public final class StrictConversion implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    Form.OF_TEXTS.forEach(form -> add(registry, form));
  }

  private static <T> void add(FormatterRegistry registry, Form<T> form) {
    Converter<String, T> reading = form::read;
    registry.addConverter(String.class, form.type(), reading);
  }
}
