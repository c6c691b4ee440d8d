package dev.laurel.rules.condition;

/** How a text calls a line of the purchase, which a tree always calls {@code line}. */
enum LineWord {
  /** In {@code some line in ...}, in {@code every line in ...}, and in rules that run per line. */
  LINE("line"),
  /** Inside {@code purchase.lines[...]}; FEEL's own word. */
  ITEM("item");

  private final String word;

  LineWord(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /** A tree's path as the text has it. */
  String written(String path) {
    return path.startsWith("line.") ? word + path.substring(LINE.word.length()) : path;
  }
}
