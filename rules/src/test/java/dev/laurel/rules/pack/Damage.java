package dev.laurel.rules.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes what a document says, or the text that says it, at random. */
final class Damage {
  private static final List<Node> SCALARS =
      List.of(
          Node.text(""),
          Node.text("x"),
          Node.text("never"),
          Node.text("2026-01-01"),
          Node.text("12 months"),
          Node.text("purchase.amount > 5"),
          Node.of("0", Node.Kind.NUMBER),
          Node.of("1", Node.Kind.NUMBER),
          Node.of("-3", Node.Kind.NUMBER),
          Node.of("1000000000001", Node.Kind.NUMBER),
          Node.of("0.125", Node.Kind.NUMBER),
          Node.truth(true),
          Node.of("null", Node.Kind.EMPTY),
          Node.list(List.of()),
          Node.texts(List.of("a", "b")),
          Node.map().node(),
          Node.map().put("text", Node.text("a")).node(),
          Node.map().put("type", Node.text("after")).put("span", Node.text("1 day")).node(),
          Node.map().put("from", Node.text("2026-01-01")).node());
  private static final List<String> KEYS =
      List.of("id", "type", "title", "x", "span", "from", "text", "de", "only", "when", "");
  private static final List<String> PIECES =
      List.of(
          "\n",
          "\n  ",
          "\n- ",
          ": ",
          " #",
          "- ",
          "\"",
          "'",
          "\\",
          "{",
          "}",
          "[",
          "]",
          ",",
          "&a ",
          "*a",
          "!!str ",
          "!<x> ",
          "<<: ",
          "? ",
          "| ",
          "|2\n",
          ">-\n",
          "---\n",
          "...\n",
          "%YAML 1.2\n",
          "%TAG ! x\n",
          "\t",
          "\r",
          "\u0000",
          "\u0085",
          "\ufeff",
          "😀",
          "\\ud800",
          "\\x",
          "\\u",
          "\"\\u12 ",
          "\"\\UFFFFFFFF",
          "@",
          "`",
          "~",
          "null",
          "0x",
          "1e999",
          "9".repeat(40),
          " ".repeat(40),
          "[".repeat(80));

  private final Random random;

  Damage(Random random) {
    this.random = random;
  }

  /** The document with one part of it changed, taken away or added. */
  Node in(Node node) {
    return switch (node) {
      case Node.Scalar ignored -> pick(SCALARS);
      case Node.Sequence list -> {
        List<Node> items = new ArrayList<>(list.items());
        if (items.isEmpty() || random.nextInt(6) == 0) {
          yield random.nextBoolean() ? pick(SCALARS) : grown(items);
        }
        int at = random.nextInt(items.size());
        if (random.nextInt(8) == 0) items.remove(at);
        else items.set(at, in(items.get(at)));
        yield Node.list(items);
      }
      case Node.Mapping map -> {
        List<Node.Entry> entries = new ArrayList<>(map.entries());
        if (entries.isEmpty() || random.nextInt(12) == 0) {
          entries.removeIf(entry -> entry.key().text().equals("x"));
          if (entries.stream().noneMatch(entry -> entry.key().text().equals("x")))
            entries.add(new Node.Entry(Node.text("x"), pick(SCALARS)));
          yield new Node.Mapping(entries, 0, 0);
        }
        int at = random.nextInt(entries.size());
        Node.Entry entry = entries.get(at);
        switch (random.nextInt(10)) {
          case 0 -> entries.remove(at);
          case 1 -> entries.set(at, renamed(entry, entries));
          default -> entries.set(at, new Node.Entry(entry.key(), in(entry.value())));
        }
        yield new Node.Mapping(entries, 0, 0);
      }
    };
  }

  /** The text with a few pieces cut out, put in or doubled, or cut off. */
  String in(String text) {
    StringBuilder damaged = new StringBuilder(text);
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times && !damaged.isEmpty(); i++) {
      int at = random.nextInt(damaged.length());
      int end = Math.min(damaged.length(), at + 1 + random.nextInt(8));
      switch (random.nextInt(5)) {
        case 0 -> damaged.delete(at, end);
        case 1 -> damaged.insert(at, pick(PIECES));
        case 2 -> damaged.replace(at, end, pick(PIECES));
        case 3 -> damaged.insert(at, damaged.substring(at, end));
        default -> {
          if (random.nextInt(4) == 0) damaged.setLength(at);
          else damaged.setCharAt(at, (char) random.nextInt(0x180));
        }
      }
    }
    return damaged.toString();
  }

  private Node grown(List<Node> items) {
    items.add(items.isEmpty() ? pick(SCALARS) : items.getFirst());
    return Node.list(items);
  }

  private Node.Entry renamed(Node.Entry entry, List<Node.Entry> siblings) {
    String key = pick(KEYS);
    boolean taken = siblings.stream().anyMatch(sibling -> sibling.key().text().equals(key));
    return taken ? entry : new Node.Entry(Node.text(key), entry.value());
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
