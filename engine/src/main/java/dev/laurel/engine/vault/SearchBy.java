package dev.laurel.engine.vault;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** By what members are searched, and what makes two values the same for a search. */
public enum SearchBy {
  /** Whole words of the name, in any order; neither case nor accents matter. */
  NAME(PersonalFields::name) {
    @Override
    Set<String> words(String text) {
      String plain =
          Normalizer.normalize(text, Normalizer.Form.NFKD)
              .replaceAll("\\p{M}+", "")
              .toLowerCase(Locale.ROOT);
      return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  },
  /** The whole address; case does not matter. */
  MAIL(PersonalFields::mail) {
    @Override
    Set<String> words(String text) {
      String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
      return plain.isEmpty() ? Set.of() : Set.of(plain.toLowerCase(Locale.ROOT));
    }
  },
  /** All digits of the number; 00 at its beginning is the same as +. */
  PHONE(PersonalFields::phone) {
    @Override
    Set<String> words(String text) {
      StringBuilder digits = new StringBuilder();
      text.codePoints()
          .filter(Character::isDigit)
          .forEach(digit -> digits.append(Character.digit(digit, 10)));
      String plain = digits.toString();
      if (plain.startsWith("00")) plain = plain.substring(2);
      return plain.isEmpty() ? Set.of() : Set.of(plain);
    }
  };

  private final Function<PersonalFields, Optional<String>> field;

  SearchBy(Function<PersonalFields, Optional<String>> field) {
    this.field = field;
  }

  abstract Set<String> words(String text);

  /** The tokens that all stand with whoever has this value; none where nothing can be searched. */
  Set<String> tokens(String text, StoreSecret secret) {
    return words(text).stream()
        .map(word -> secret.token(name(), word))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static Set<String> tokens(PersonalFields fields, StoreSecret secret) {
    return Arrays.stream(values())
        .flatMap(
            by -> by.field.apply(fields).stream().flatMap(text -> by.tokens(text, secret).stream()))
        .collect(Collectors.toSet());
  }
}
