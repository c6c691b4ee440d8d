package dev.laurel.rules.sentence;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * What a language does that templates cannot say: numbers, plurals, quotation. Implementations are
 * immutable and know no locale of the machine.
 */
interface Tongue {
  /** The BCP 47 tag by which titles are chosen and the templates' file is named. */
  String language();

  /** The plural category of a number, such as {@code one} or {@code other}. */
  String plural(BigDecimal number);

  /** A number with all its decimals. */
  String number(BigDecimal number);

  /**
   * An amount.
   *
   * @param amount in the currency's major unit; said with all its decimals, and with no fewer than
   *     the currency has
   */
  String money(BigDecimal amount, Currency currency);

  /** A text in quotation marks, so that it cannot be taken for anything else. */
  String quoted(String text);

  /** A title that may stand without quotation marks where it reads as a proper name. */
  String proper(String title);

  /** A point kind's title in the form that a number of this plural category asks for. */
  String counted(String title, String plural);

  /** The first words of a sentence as a sentence begins. */
  String opening(String words);

  /** What stands between two sentences. */
  String between();
}
