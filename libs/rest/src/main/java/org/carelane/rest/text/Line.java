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
 * A name or a title: one line with something to see in it, in the form of {@link Texts#line}. Read
 * from JSON, it is brought into that form first.
 */
@Documented
@Constraint(validatedBy = Line.Validator.class)
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
public @interface Line {

  /** The most code points. */
  int max();

  /** Whether it may be empty. */
  boolean blank() default false;

  String message() default "is not a line of text";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Says what is wrong with a line; {@code null} is right. */
  final class Validator implements ConstraintValidator<Line, String> {

    private int max;
    private boolean blank;

    @Override
    public void initialize(Line line) {
      max = line.max();
      blank = line.blank();
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
      return value == null
          || Complaint.saidIn(context, TextRules.complaintAboutLine(value, max, blank));
    }
  }
}
