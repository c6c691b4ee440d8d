package dev.laurel.rules.sentence;

import dev.laurel.rules.sentence.Phrase.Role;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * What a language does that templates cannot say: numbers, plurals, quotation. Implementations are
 * immutable and know no locale of the machine.
 */
interface Tongue {
  /** The BCP 47 tag by which titles are chosen; its first part names the templates' file. */
  String language();

  /** The plural category of a number, such as {@code one} or {@code other}. */
  String plural(BigDecimal number);

  /** A number with all its decimals. */
  String number(BigDecimal number);

  /**
   * An amount.
   *
   * @param amount in the currency's major unit; said with all its decimals
   */
  String money(BigDecimal amount, Currency currency);

  /** A text in quotation marks, so that it cannot be taken for anything else. */
  String quoted(String text);

  /** A title that may stand without quotation marks where it reads as a proper name. */
  String proper(String title);

  /** A point kind's title in the form that a number of this plural category asks for. */
  String counted(String title, String plural);

  /** The word that stands between a number and this unit, such as 颗; empty where there is none. */
  String measure(String title);

  /** The first words of a sentence as a sentence begins. */
  String opening(String words);

  /** What stands between a sentence and the next. */
  String between(String before);

  /** What stands where two stretches of a sentence meet, such as the blank between 满 and 50. */
  String gap(String before, String after);

  /**
   * Where a circumstance stands among the others, the lowest first; those of equal rank keep the
   * order that they were given in.
   */
  int rank(Role role);
}
