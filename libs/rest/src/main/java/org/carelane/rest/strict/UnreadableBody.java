package org.carelane.rest.strict;

import java.util.Optional;
import java.util.stream.Collectors;
import org.carelane.rest.ProblemException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Finds the member of a body whose value is not the one expected. */
public final class UnreadableBody {

  private UnreadableBody() {}

  /** Empty when the body is no JSON, or no object where one is expected. */
  public static Optional<ProblemException> fieldIn(HttpMessageNotReadableException e) {
    return switch (e.getCause()) {
      case UnrecognizedPropertyException unknown ->
          Optional.of(invalid(unknown, "is not a member of this request"));
      case MismatchedInputException mismatch when !mismatch.getPath().isEmpty() ->
          Optional.of(invalid(mismatch, complaintOf(mismatch)));
      case InputCoercionException tooLarge when !tooLarge.getPath().isEmpty() ->
          Optional.of(invalid(tooLarge, Expected.textOf(tooLarge.getTargetType())));
      case StreamReadException unreadable -> repeatedMember(unreadable);
      case null, default -> Optional.empty();
    };
  }

  private static ProblemException invalid(JacksonException e, String message) {
    return ProblemException.invalidField(pathOf(e), message);
  }

  private static String pathOf(JacksonException e) {
    return e.getPath().stream()
        .map(UnreadableBody::partOf)
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  /** In the way of Jakarta Validation: {@code roles[0]}. */
  private static String partOf(Reference part) {
    return part.getPropertyName() == null
        ? "[" + part.getIndex() + "]"
        : "." + part.getPropertyName();
  }

  /** Those of this package say "must be …"; the library's own messages tell types of Java. */
  private static String complaintOf(MismatchedInputException e) {
    var said = e.getOriginalMessage();
    if (!(e instanceof InvalidFormatException) && said.startsWith("must be ")) {
      return said;
    }
    return Expected.textOf(e.getTargetType());
  }

  private static Optional<ProblemException> repeatedMember(StreamReadException e) {
    return e.getOriginalMessage().startsWith("Duplicate ")
            && e.processor() instanceof JsonParser json
            && json.currentName() != null
        ? Optional.of(ProblemException.invalidField(json.currentName(), "must be there once"))
        : Optional.empty();
  }
}
