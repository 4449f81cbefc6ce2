package org.carelane.rest.text;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * A message or a description: lines with something to see in them, in the form of {@link
 * Texts#prose}. Read from JSON, it is brought into that form first.
 */
@Documented
@Constraint(validatedBy = Prose.Validator.class)
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
public @interface Prose {

  /** The most code points. */
  int max();

  /** Whether it may be empty. */
  boolean blank() default false;

  String message() default "is not a text";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Says what is wrong with a text; {@code null} is right. */
  final class Validator implements ConstraintValidator<Prose, String> {

    private int max;
    private boolean blank;

    @Override
    public void initialize(Prose prose) {
      max = prose.max();
      blank = prose.blank();
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
      return value == null
          || Complaint.saidIn(context, TextRules.complaintAboutProse(value, max, blank));
    }
  }
}
