package org.carelane.apidescription;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The types that the description of an answer names: {@code slot-taken; fee-changed, with the fee
 * of now; too-many-holds: the patient holds too many}. A part is a type when it is nothing else up
 * to its colon.
 */
final class ProblemTypes {

  static final String URN = "urn:carelane:problem:";

  private static final Set<String> SINGLE_WORDS = Set.of("forbidden", "unauthenticated");
  private static final Pattern SEVERAL_WORDS = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)+");

  private ProblemTypes() {}

  /** Whether a description is nothing but types that are known everywhere. */
  static boolean isList(@Nullable String description) {
    return description != null
        && Arrays.stream(description.split("[;,]")).allMatch(it -> Sentences.knows(it.strip()));
  }

  static Set<String> in(@Nullable String description) {
    return description == null
        ? Set.of()
        : Arrays.stream(description.split("[;,]"))
            .map(part -> part.split(":", 2)[0].strip())
            .filter(it -> SINGLE_WORDS.contains(it) || SEVERAL_WORDS.matcher(it).matches())
            .collect(Collectors.toCollection(TreeSet::new));
  }
}
