package dev.laurel.rules.condition;

/**
 * A piece of a text.
 *
 * @param offset where it begins, in UTF-16 code units
 * @param source as it stands in the text
 * @param meaning what is meant: of a text literal the text itself, of all others their canonical
 *     spelling
 */
record Token(Kind kind, int offset, String source, String meaning) {
  enum Kind {
    /** A name or a key word. */
    WORD,
    /** A decimal number without a sign. */
    NUMBER,
    /** A text in quotes. */
    TEXT,
    /** A bracket, a comparison or punctuation. */
    SIGN,
    /** Something unreadable; its fault has been noted. */
    BAD,
    /** Behind the last piece. */
    END
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && meaning.equals(sign);
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && meaning.equals(word);
  }

  boolean isEnd() {
    return kind == Kind.END;
  }

  boolean opens() {
    return isSign("(") || isSign("[");
  }

  boolean closes() {
    return isSign(")") || isSign("]");
  }

  /** Where the text goes on behind it. */
  int end() {
    return offset + source.length();
  }
}
