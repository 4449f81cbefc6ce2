package org.carelane.apidescription;

import io.swagger.v3.oas.annotations.Operation;
import java.util.regex.Pattern;
import org.springframework.web.method.HandlerMethod;

/** Names for the methods of generated clients. */
final class OperationNames {

  private static final Pattern ONE_WORD = Pattern.compile("[a-z]+");

  private OperationNames() {}

  /** The one its annotation gives, or else verb and noun: {@code getDoctor}. */
  static String of(HandlerMethod handler) {
    var annotation = handler.getMethodAnnotation(Operation.class);
    if (annotation != null && !annotation.operationId().isBlank()) {
      return annotation.operationId();
    }
    var method = handler.getMethod().getName();
    return ONE_WORD.matcher(method).matches() ? method + noun(handler) : method;
  }

  static String noun(HandlerMethod handler) {
    return handler.getBeanType().getSimpleName().replaceFirst("Controller$", "");
  }
}
