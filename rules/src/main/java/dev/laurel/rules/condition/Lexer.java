package dev.laurel.rules.condition;

import dev.laurel.rules.condition.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a text into its pieces. What is spelled in another language's way is noted as a fault and
 * then read as it was meant, so that the parser can go on behind it.
 */
final class Lexer {
  /** The words of the language, besides names. */
  static final Set<String> WORDS =
      Set.of(
          "and",
          "or",
          "not",
          "in",
          "between",
          "some",
          "every",
          "satisfies",
          "true",
          "false",
          "null");

  private static final List<String> SIGNS =
      List.of("<=", ">=", "!=", "..", "=", "<", ">", "(", ")", "[", "]", ",", ".", "-");

  /** Signs of other languages with the word or sign that is meant; the longest first. */
  private static final List<Map.Entry<String, String>> FOREIGN =
      List.of(
          Map.entry("===", "="),
          Map.entry("!==", "!="),
          Map.entry("==", "="),
          Map.entry("<>", "!="),
          Map.entry("=>", ">="),
          Map.entry("=<", "<="),
          Map.entry("&&", "and"),
          Map.entry("||", "or"),
          Map.entry("≤", "<="),
          Map.entry("≥", ">="),
          Map.entry("≠", "!="),
          Map.entry("−", "-"),
          Map.entry("…", ".."),
          Map.entry("–", "-"));

  private static final String DOUBLE_QUOTES = "\"“”„«»";
  private static final String SINGLE_QUOTES = "'‘’‚";

  private final String text;
  private final Complaints complaints;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text, Complaints complaints) {
    this.text = text;
    this.complaints = complaints;
  }

  /** The pieces, the last of them {@link Kind#END}. */
  static List<Token> tokens(String text, Complaints complaints) {
    Lexer lexer = new Lexer(text, complaints);
    while (lexer.skipBlank()) lexer.next();
    lexer.tokens.add(new Token(Kind.END, text.length(), "", ""));
    return lexer.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (isWordPart(c) && !isDigit(c)) word();
    else if (isDigit(c) || c == '.' && isDigit(peek(1))) number();
    else if (c == '"') quoted("\"");
    else if (DOUBLE_QUOTES.indexOf(c) > 0) quoted(DOUBLE_QUOTES);
    else if (SINGLE_QUOTES.indexOf(c) >= 0) quoted(SINGLE_QUOTES);
    else if (!foreign() && !sign()) unreadable();
  }

  private void word() {
    int end = at;
    while (end < text.length() && isWordPart(text.charAt(end))) end++;
    String source = text.substring(at, end);
    String lower = source.toLowerCase(Locale.ROOT);
    boolean shouted = WORDS.contains(lower) && !lower.equals(source) && !isNameOfPath(end);
    if (shouted)
      complain(end, "Key words are written in small letters.", "Write \"%s\".".formatted(lower));
    add(Kind.WORD, end, shouted ? lower : source);
  }

  /** Whether the word that ends here has a dot before or behind it. */
  private boolean isNameOfPath(int end) {
    if (!tokens.isEmpty() && tokens.getLast().isSign(".")) return true;
    int behind = end;
    while (behind < text.length() && isBlank(text.charAt(behind))) behind++;
    return text.startsWith(".", behind) && !text.startsWith("..", behind);
  }

  private void number() {
    int end = digits(at);
    if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1)))
      end = digits(end + 1);
    if (end == text.length() || !isWordPart(text.charAt(end))) {
      add(Kind.NUMBER, end, text.substring(at, end));
      return;
    }
    while (end < text.length() && isWordPart(text.charAt(end))) end++;
    complain(
        end,
        "This is neither a number nor a name.",
        "Write a number in plain digits, such as 1250.50; a name begins with a letter.");
    add(Kind.BAD, end, "");
  }

  private int digits(int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) end++;
    return end;
  }

  private void quoted(String closing) {
    boolean straight = text.charAt(at) == '"';
    int end = at + 1;
    while (end < text.length() && closing.indexOf(text.charAt(end)) < 0)
      end += straight && text.charAt(end) == '\\' ? 2 : 1;
    if (end >= text.length()) {
      complain(text.length(), "This text is never closed.", "Add the closing \" behind it.");
      add(Kind.BAD, text.length(), "");
      return;
    }
    if (!straight)
      complain(
          end + 1,
          "A text stands in straight double quotes.",
          "Write %s.".formatted(Quotes.quote(text.substring(at + 1, end))));
    String inner = text.substring(at + 1, end);
    add(Kind.TEXT, end + 1, straight ? new Escapes(inner, at + 1, complaints).read() : inner);
  }

  private boolean foreign() {
    for (var spelling : FOREIGN) {
      if (!text.startsWith(spelling.getKey(), at)) continue;
      int end = at + spelling.getKey().length();
      String meant = spelling.getValue();
      complain(
          end,
          "FEEL knows no \"%s\".".formatted(spelling.getKey()),
          "Write \"%s\".".formatted(meant));
      add(WORDS.contains(meant) ? Kind.WORD : Kind.SIGN, end, meant);
      return true;
    }
    return false;
  }

  private boolean sign() {
    for (String sign : SIGNS) {
      if (!text.startsWith(sign, at)) continue;
      add(Kind.SIGN, at + sign.length(), sign);
      return true;
    }
    return false;
  }

  private void unreadable() {
    int end = at + Character.charCount(text.codePointAt(at));
    String remedy =
        switch (text.charAt(at)) {
          case '+', '*', '/', '%' -> "Conditions do not calculate; compare with the result.";
          case '!' -> "Write not(...).";
          case '@' -> "Write date(\"2026-01-31\") or time(\"10:30:00\").";
          default -> "Remove it; a text stands in double quotes.";
        };
    complain(end, "This sign has no meaning here.", remedy);
    add(Kind.BAD, end, "");
  }

  /** Moves to the next piece; false where there is none. */
  private boolean skipBlank() {
    while (at < text.length()) {
      if (text.startsWith("//", at)) comment("\n");
      else if (text.startsWith("/*", at)) comment("*/");
      else if (isBlank(text.charAt(at))) at++;
      else return true;
    }
    return false;
  }

  private void comment(String close) {
    int found = text.indexOf(close, at + 2);
    int end = found < 0 ? text.length() : found + close.length();
    complain(
        end,
        "A condition holds no comment, because it is kept in its canonical form.",
        "Remove it; a rule's title or description can say it.");
    at = end;
  }

  private void complain(int end, String message, String remedy) {
    complaints.add(at, text.substring(at, end), message, remedy);
  }

  private void add(Kind kind, int end, String meaning) {
    tokens.add(new Token(kind, at, text.substring(at, end), meaning));
    at = end;
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : ' ';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || Character.isSurrogate(c);
  }

  /** White space and vertical space of FEEL's grammar (DMN 1.5, clause 10.3.1.2). */
  private static boolean isBlank(char c) {
    return c >= 0x09 && c <= 0x0D
        || c == 0x20
        || c == 0x85
        || c == 0xA0
        || c == 0x1680
        || c == 0x180E
        || c >= 0x2000 && c <= 0x200B
        || c == 0x2028
        || c == 0x2029
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000
        || c == 0xFEFF;
  }
}
