package dev.laurel.rules.condition;

import java.util.List;
import java.util.function.Supplier;

/** Walks over the pieces of a text and goes on behind what cannot be read. */
final class Cursor {
  /** A piece of the text cannot be read; its fault has been noted. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Broken() {
      super(null, null, false, false);
    }
  }

  private final String text;
  private final List<Token> tokens;
  private final Complaints complaints;
  private int at;

  Cursor(String text, Complaints complaints) {
    this.text = text;
    this.tokens = Lexer.tokens(text, complaints);
    this.complaints = complaints;
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token take() {
    Token token = peek();
    if (!token.isEnd()) at++;
    return token;
  }

  boolean takeSign(String sign) {
    if (!peek().isSign(sign)) return false;
    take();
    return true;
  }

  boolean takeWord(String word) {
    if (!peek().isWord(word)) return false;
    take();
    return true;
  }

  void expectWord(String word, String remedy) {
    if (!takeWord(word)) throw broken(peek(), "Here \"%s\" is missing.".formatted(word), remedy);
  }

  void expectSign(String sign, String remedy) {
    if (!takeSign(sign)) throw broken(peek(), "Here \"%s\" is missing.".formatted(sign), remedy);
  }

  /** Notes a fault; what the lexer could not read has its fault already. */
  void complain(Token token, String message, String remedy) {
    if (token.kind() != Token.Kind.BAD)
      complaints.add(token.offset(), token.source(), message, remedy);
  }

  /** Notes a fault of what stands from the first piece up to the next to be read. */
  void complainSince(Token first, String message, String remedy) {
    int end = at == 0 ? 0 : tokens.get(at - 1).end();
    complaints.add(first.offset(), text.substring(first.offset(), end), message, remedy);
  }

  Broken broken(Token token, String message, String remedy) {
    complain(token, message, remedy);
    return new Broken();
  }

  /** For a fault that has been noted. */
  Broken broken() {
    return new Broken();
  }

  /** Gives up: whatever would be found from here on follows from what was found. */
  void abandon() {
    at = tokens.size() - 1;
    complaints.close();
  }

  /**
   * Reads what stands in brackets and the closing one. Where the inside cannot be read, goes on
   * behind the closing bracket.
   *
   * @param open the bracket, which has been taken
   */
  <T> T inside(Token open, String close, Supplier<T> body) {
    T inner;
    try {
      inner = body.get();
    } catch (Broken broken) {
      skipBracket();
      throw broken;
    }
    close(open, close);
    return inner;
  }

  /** Reads the bracket that closes the one which has been taken. */
  void close(Token open, String close) {
    if (takeSign(close)) return;
    Token found = peek();
    if (found.isEnd())
      throw broken(
          open,
          "This bracket is never closed.",
          "Add \"%s\" behind what it holds.".formatted(close));
    if (found.closes())
      complain(
          found,
          "The bracket \"%s\" is closed by \"%s\".".formatted(open.source(), found.source()),
          "Write \"%s\".".formatted(close));
    else
      complain(
          found,
          "Here the bracket \"%s\" should be closed.".formatted(open.source()),
          "Write \"%s\", or join conditions by \"and\" or \"or\".".formatted(close));
    skipBracket();
  }

  /** Moves behind the bracket that closes the one last opened. */
  void skipBracket() {
    skip(false);
    take();
  }

  /** Whether a part can end here. */
  boolean endsPart() {
    return peek().isEnd() || peek().closes() || separates(peek());
  }

  /** Moves to what separates this part from the next: a word, a comma or a closing bracket. */
  void skipPart() {
    skip(true);
  }

  private void skip(boolean stopsAtSeparator) {
    int depth = 0;
    while (!peek().isEnd()) {
      Token token = peek();
      if (depth == 0 && (token.closes() || stopsAtSeparator && separates(token))) return;
      if (token.opens()) depth++;
      if (token.closes()) depth--;
      take();
    }
    // Brackets did not match, so a bracket further out may have been swallowed.
    if (depth > 0) complaints.close();
  }

  private static boolean separates(Token token) {
    return token.isWord("and") || token.isWord("or") || token.isSign(",");
  }
}
