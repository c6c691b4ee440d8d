package dev.laurel.rules.sentence;

import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Thing;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A part of a sentence, in no language yet: fixed messages by key, values, names and lists. Closed
 * family, immutable.
 */
public sealed interface Phrase {
  /**
   * A fixed message of the language.
   *
   * @param key names the template
   * @param arguments by number; a template uses each of them, in the order that its language wants
   */
  record Message(String key, List<Phrase> arguments) implements Phrase {
    public Message {
      arguments = List.copyOf(arguments);
    }
  }

  /** Several phrases in a row. At least one. */
  record Joined(Join by, List<Phrase> parts) implements Phrase {
    public Joined {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) throw new IllegalArgumentException("Nothing to join.");
    }
  }

  /** How phrases are joined. */
  enum Join {
    /** Values: "a, b and c". */
    AND,
    /** Values: "a, b or c". */
    OR,
    /** Clauses: "a and b and c". */
    BOTH,
    /** Clauses: "a or b or c". */
    EITHER,
    COMMA,
    /** Values without a word before the last: "a, b, c". */
    LIST,
    SEMICOLON,
    /** In this order: "a, then b". */
    THEN,
    /** Things that happen together. */
    ALSO
  }

  /** When, for whom and under which conditions something applies. At least one. */
  record Circumstances(List<Circumstance> parts) implements Phrase {
    public Circumstances {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) throw new IllegalArgumentException("Nothing to join.");
    }
  }

  /** One of several, which each language puts where it belongs. */
  record Circumstance(Role role, Phrase of) {}

  /** What a circumstance tells. */
  enum Role {
    TERM,
    TRIGGER,
    AUDIENCE,
    CONDITION,
    EXCEPTION
  }

  /**
   * A word that can be edited where it stands. Words do not nest.
   *
   * @param place the path in the pack of what is edited, such as {@code
   *     earning/usual/rules/weekend/when/big}
   */
  record Word(Kind kind, String place, Phrase of) implements Phrase {
    public Word {
      if (holdsWord(of))
        throw new IllegalArgumentException("The word at %s holds a word.".formatted(place));
    }
  }

  /** What a word is about. */
  enum Kind {
    WHO,
    HOW_MUCH,
    WHAT,
    WHEN
  }

  record Number(BigDecimal number) implements Phrase {}

  /**
   * An amount of money.
   *
   * @param amount in the currency's major unit, said with all its decimals
   */
  record Money(BigDecimal amount, Currency currency) implements Phrase {}

  record Percent(BigDecimal percent) implements Phrase {}

  record Date(LocalDate date) implements Phrase {}

  /** A date in every year. */
  record DayOfYear(MonthDay day) implements Phrase {}

  record Time(LocalTime time) implements Phrase {}

  record Length(Span span) implements Phrase {}

  record Weekday(DayOfWeek day) implements Phrase {}

  record MonthOfYear(Month month) implements Phrase {}

  /**
   * A thing of the pack by its title.
   *
   * @param shared whether another thing of its kind reads the same in some language of the pack, so
   *     that the id is said too
   */
  record Named(Thing thing, String id, Text title, boolean shared) implements Phrase {}

  /**
   * A point kind as the unit of a number.
   *
   * @param count the number that stands before it; empty where it is spoken of in general
   */
  record Units(Named kind, Optional<BigDecimal> count) implements Phrase {}

  /** What a person wrote, by language, quoted. */
  record Told(Text text) implements Phrase {}

  /** What a person wrote, quoted. */
  record Quoted(String text) implements Phrase {}

  /** A word of a closed list that is the same in every language: a currency or time zone. */
  record Code(String code) implements Phrase {}

  private static boolean holdsWord(Phrase phrase) {
    return switch (phrase) {
      case Word _ -> true;
      case Message message -> message.arguments().stream().anyMatch(Phrase::holdsWord);
      case Joined joined -> joined.parts().stream().anyMatch(Phrase::holdsWord);
      case Circumstances all -> all.parts().stream().anyMatch(part -> holdsWord(part.of()));
      case Number _, Money _, Percent _, Date _, DayOfYear _, Time _, Length _ -> false;
      case Weekday _, MonthOfYear _, Named _, Units _, Told _, Quoted _, Code _ -> false;
    };
  }
}
