package dev.laurel.rules.condition;

/**
 * One thing wrong with the text of a condition. Immutable; its words are English.
 *
 * @param offset where it begins in the text, in UTF-16 code units from 0; the text's length where
 *     something is missing at its end
 * @param text the offending piece of the text, cut off after {@value #LONGEST_TEXT} code units;
 *     empty where something is missing at the end or the condition as a whole is meant
 * @param message what is wrong, in one sentence
 * @param remedy what to do now, in one sentence
 */
public record FeelFault(int offset, String text, String message, String remedy) {
  private static final int LONGEST_TEXT = 120;

  public FeelFault {
    if (text.length() > LONGEST_TEXT) {
      int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? 1 : 0;
      text = text.substring(0, LONGEST_TEXT - end);
    }
  }

  @Override
  public String toString() {
    return "%d: %s %s".formatted(offset, message, remedy);
  }
}
