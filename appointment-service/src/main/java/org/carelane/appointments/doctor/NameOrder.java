package org.carelane.appointments.doctor;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How people who read a language sort names: {@code Öberg} is behind {@code Zander} in Swedish, and
 * beside {@code Oberg} in German. Names that are the same to them are sorted by their characters.
 *
 * @param language BCP 47 tag
 */
public record NameOrder(String language, Collator collator) {

  private static final Map<String, Locale> LANGUAGES =
      Arrays.stream(Collator.getAvailableULocales())
          .map(ULocale::toLocale)
          .collect(Collectors.toMap(Locale::toLanguageTag, Function.identity(), (a, _) -> a));
  private static final String NONE = Locale.ROOT.toLanguageTag();
  private static final Map<String, NameOrder> KNOWN = new ConcurrentHashMap<>();

  /**
   * The order of the language that the reader likes best of those that have one.
   *
   * @param acceptLanguage the header; one that cannot be read is as good as none
   */
  public static NameOrder of(@Nullable String acceptLanguage) {
    return KNOWN.computeIfAbsent(languageOf(acceptLanguage), NameOrder::create);
  }

  /** Sorts what has a name, and an id by which the same names are told apart. */
  public <T> Comparator<T> by(Function<T, String> name, Function<T, String> id) {
    return Comparator.comparing(name, names()).thenComparing(id);
  }

  public Comparator<String> names() {
    Comparator<String> asPeopleDo = collator::compare;
    return asPeopleDo.thenComparing(Comparator.naturalOrder());
  }

  private static String languageOf(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > 200) {
      return NONE;
    }
    try {
      List<LanguageRange> wanted = LanguageRange.parse(acceptLanguage);
      var found = Locale.lookup(wanted, LANGUAGES.values());
      return found == null ? NONE : found.toLanguageTag();
    } catch (IllegalArgumentException e) {
      return NONE;
    }
  }

  private static NameOrder create(String language) {
    var collator = Collator.getInstance(ULocale.forLanguageTag(language));
    collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
    return new NameOrder(language, collator.freeze());
  }
}
