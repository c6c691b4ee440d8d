package dev.laurel.rules.random;

import dev.laurel.rules.language.Thing;
import java.util.List;
import java.util.Random;

/** Random ids and texts, among them those that a careless writer of YAML gets wrong. */
final class RandomWords {
  private static final List<String> STEMS =
      List.of("gold", "spend", "weekend", "on", "null", "no", "y", "Grand", "x");
  private static final List<String> TEXTS =
      List.of(
          "Double points at the weekend",
          "true",
          "No",
          "null",
          "~",
          "12",
          "0012",
          "1e3",
          ".5",
          "-",
          "- one",
          "--04-01",
          "2026-01-01",
          "10:30",
          "a: b",
          "a:",
          "a #b",
          "#b",
          "it's",
          "\"so\"",
          "'so'",
          "back\\slash",
          " before",
          "after ",
          "two\nlines",
          "two\n\n  lines\n",
          "\n",
          "one\n\n",
          "tab\there",
          "{a: b}",
          "[a, b]",
          "a, b",
          "*a",
          "&a",
          "!a",
          "%a",
          "@a",
          "`a",
          "|",
          ">",
          "?",
          "? a",
          "=",
          "<<",
          "---",
          "...",
          "Zufriedenheit für Vielflieger",
          "東京 😀",
          "金卡",
          "金卡或银卡",
          "他说“好”",
          "「好」",
          "点积分",
          "VIP会员",
          "a\u00a0b\u2028c\u0085d\ufeffe");
  private static final int[] CODE_POINTS = {
    'a', 'b', 'z', '0', '9', ' ', ' ', ':', '#', '-', '"', '\'', '\\', '\n', '\t', '{', '}', '[',
    ']', ',', '&', '*', '!', '|', '>', '%', '@', '`', '~', '?', '=', '.', 'é', 0x2028, 0x1F600
  };

  private final Random random;
  private int ids;

  RandomWords(Random random) {
    this.random = random;
  }

  /** An id that this instance has not given before. */
  String newId(Thing thing) {
    String stem = pick(STEMS);
    ids++;
    if (thing.isName()) return stem + ids;
    return switch (random.nextInt(5)) {
      case 0 -> stem + "-" + ids;
      case 1 -> stem + "_" + ids;
      case 2 -> ids + "-" + stem;
      case 3 -> "0" + ids;
      default -> stem + ids;
    };
  }

  String someId(Thing thing) {
    String stem = pick(STEMS);
    return thing.isName() || random.nextBoolean() ? stem : stem + "-" + random.nextInt(9);
  }

  /** Any text, also an empty one. */
  String text() {
    if (random.nextBoolean()) return pick(TEXTS);
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++)
      text.appendCodePoint(CODE_POINTS[random.nextInt(CODE_POINTS.length)]);
    return text.toString();
  }

  /** Any text that is not blank. */
  String someWords() {
    String text;
    do text = text();
    while (text.isBlank());
    return text;
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
