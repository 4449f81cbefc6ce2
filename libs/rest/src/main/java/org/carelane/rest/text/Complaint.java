package org.carelane.rest.text;

import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Tells the caller what exactly is wrong, instead of the annotation's message for all. */
final class Complaint {

  private Complaint() {}

  /**
   * @return whether there is nothing to complain about
   */
  static boolean saidIn(ConstraintValidatorContext context, @Nullable String complaint) {
    if (complaint == null) {
      return true;
    }
    context.disableDefaultConstraintViolation();
    context.buildConstraintViolationWithTemplate(complaint).addConstraintViolation();
    return false;
  }
}
