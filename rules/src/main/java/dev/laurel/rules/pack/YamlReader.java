package dev.laurel.rules.pack;

import dev.laurel.rules.fault.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML 1.2 or JSON document event by event into a tree that is bounded in depth and size.
 * What packs do without is refused: anchors, aliases, merge keys, tags, keys that are no scalars, a
 * second document. Nothing is constructed, so nothing can be executed. Used once.
 */
final class YamlReader {
  private final Report report;
  private final Budget budget;
  private final Deque<Frame> open = new ArrayDeque<>();
  private @Nullable Node root;
  private int documents;
  private int lastLine;
  private boolean abandoned;

  private YamlReader(Report report, Budget budget) {
    this.report = report;
    this.budget = budget;
  }

  /**
   * The document; an empty map where the file says nothing; empty, with at least one fault, where
   * it could not be read to its end.
   */
  static Optional<Node> read(byte[] content, Report report, Budget budget) {
    return Utf8.decode(content, report).flatMap(text -> new YamlReader(report, budget).read(text));
  }

  private Optional<Node> read(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(PackLimits.MOST_FILE_BYTES)
            .setParseComments(false)
            .build();
    Iterator<Event> events = new Parse(settings).parseString(text).iterator();
    for (Event event = next(events, text); event != null; event = next(events, text)) take(event);
    if (abandoned) return Optional.empty();
    return Optional.of(root == null ? Node.map().node() : root);
  }

  /** The next event; null at the end, be it good or bad. */
  private @Nullable Event next(Iterator<Event> events, String text) {
    try {
      if (abandoned || !events.hasNext()) return null;
      Event event = events.next();
      lastLine = line(event);
      return event;
    } catch (MarkedYamlEngineException e) {
      bad(
          e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(lastLine),
          e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(0),
          String.valueOf(e.getProblem()));
    } catch (ReaderException e) {
      String before = text.substring(0, text.indexOf(e.getCodePoint()));
      bad(
          (int) before.chars().filter(c -> c == '\n').count() + 1,
          before.length() - before.lastIndexOf('\n'),
          "it holds the character U+%04X".formatted(e.getCodePoint()));
    } catch (YamlEngineException e) {
      bad(lastLine, 0, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      // The scanner makes a number of what follows the letter of an escape before it looks at it.
      bad(lastLine, 0, "an escape sequence says no character");
    }
    return null;
  }

  private void bad(int line, int column, String problem) {
    abandoned = true;
    report.fault(
        "bad-yaml",
        line,
        column,
        place(""),
        "",
        "The file is not well-formed YAML or JSON: %s.".formatted(problem),
        "Correct the indentation, quotes or brackets here.");
  }

  private void take(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> document(event);
      case Scalar -> scalar((ScalarEvent) event);
      case SequenceStart, MappingStart -> start((CollectionStartEvent) event);
      case SequenceEnd, MappingEnd -> put(open.pop().node());
      case Alias -> alias((AliasEvent) event);
      case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
    }
  }

  private void document(Event event) {
    if (++documents == 1) return;
    abandoned = true;
    report.fault(
        "several-documents",
        line(event),
        column(event),
        Place.ROOT,
        "---",
        "The file holds more than one document.",
        "Put each into a file of its own.");
  }

  private void scalar(ScalarEvent event) {
    if (exhausted(event)) return;
    String text = event.getValue();
    boolean refused = refuseMarks(event, event.getTag()) | refuseText(event, text);
    Node.Kind kind =
        refused ? Node.Kind.REFUSED : event.isPlain() ? Plain.kind(text) : Node.Kind.TEXT;
    put(new Node.Scalar(text, kind, line(event), column(event), inset(event)));
  }

  private void start(CollectionStartEvent event) {
    if (exhausted(event)) return;
    refuseMarks(event, event.getTag());
    if (open.size() >= PackLimits.DEEPEST) {
      abandoned = true;
      report.fault(
          "too-deep",
          line(event),
          column(event),
          place(""),
          "",
          "Lists and maps stand more than %d deep in one another.".formatted(PackLimits.DEEPEST),
          "Packs need far less; look for brackets that were not closed.");
      return;
    }
    Frame in = open.peek();
    String name = in == null ? "" : in.nextName();
    open.push(
        event instanceof MappingStartEvent
            ? new Frame.OfMap(name, in instanceof Frame.OfList, line(event), column(event))
            : new Frame.OfList(name, line(event), column(event)));
  }

  private void alias(AliasEvent event) {
    if (exhausted(event)) return;
    report.fault(
        "alias",
        line(event),
        column(event),
        here(),
        "*" + event.getAlias(),
        "Aliases are not allowed.",
        "Write out what the alias stands for.");
    put(new Node.Scalar("", Node.Kind.REFUSED, line(event), column(event), -1));
  }

  private void put(Node node) {
    Frame frame = open.peek();
    switch (frame) {
      case null -> root = node;
      case Frame.OfList list -> list.add(node);
      case Frame.OfMap map -> {
        if (map.awaitsValue()) map.value(node);
        else map.key(key(map, node));
      }
    }
  }

  /** The key that a node makes; empty, with a fault, where it makes none. */
  private Optional<Node.Scalar> key(Frame.OfMap map, Node node) {
    if (!(node instanceof Node.Scalar key) || key.text().isEmpty()) {
      if (!(node instanceof Node.Scalar refused && refused.kind() == Node.Kind.REFUSED))
        report.fault("bad-key", node, place(""), "A key must be a word.", "Write key: value.");
      return Optional.empty();
    }
    if (key.kind() == Node.Kind.REFUSED) return Optional.empty();
    if (key.text().equals("<<")) {
      report.fault(
          "merge-key",
          key,
          place("<<"),
          "Merge keys are not allowed.",
          "Write out what should be merged in.");
      return Optional.empty();
    }
    if (!map.knows(key.text())) return Optional.of(key);
    report.fault(
        "duplicate-key",
        key,
        place(key.text()),
        "The key \"%s\" stands twice in this map.".formatted(key.text()),
        "Keep one of them.");
    return Optional.empty();
  }

  private boolean refuseMarks(NodeEvent event, Optional<String> tag) {
    event
        .getAnchor()
        .ifPresent(anchor ->
            report.fault(
                "anchor",
                line(event),
                column(event),
                here(),
                "&" + anchor,
                "Anchors are not allowed.",
                "Leave it out, and write out what its aliases stand for."));
    tag.ifPresent(name ->
        report.fault(
            "tag",
            line(event),
            column(event),
            here(),
            name,
            "Tags are not allowed.",
            "Leave it out: the language knows of which type each value is."));
    return tag.isPresent();
  }

  private boolean refuseText(ScalarEvent event, String text) {
    boolean tooLong = text.length() > PackLimits.LONGEST_TEXT;
    Optional<String> character = tooLong ? Optional.empty() : Characters.refused(text);
    if (tooLong)
      report.fault(
          "too-long",
          line(event),
          column(event),
          here(),
          text,
          "The text (%d characters) is longer than %d."
              .formatted(text.length(), PackLimits.LONGEST_TEXT),
          "Shorten it.");
    character.ifPresent(sign ->
        report.fault(
            "bad-character",
            line(event),
            column(event),
            here(),
            sign,
            "The text holds the character %s, which is no part of words.".formatted(sign),
            "Leave it out."));
    return tooLong || character.isPresent();
  }

  private boolean exhausted(Event event) {
    if (budget.take()) return false;
    abandoned = true;
    if (budget.isNews())
      report.fault(
          "too-many-nodes",
          line(event),
          column(event),
          Place.ROOT,
          "",
          "The pack says more than %,d things.".formatted(PackLimits.MOST_NODES),
          "Make tables smaller.");
    return true;
  }

  /** The place of what is being read now. */
  private Place here() {
    Frame in = open.peek();
    return place(in == null ? "" : in.nextName());
  }

  private Place place(String last) {
    Place place = Place.ROOT;
    for (Iterator<Frame> frames = open.descendingIterator(); frames.hasNext(); ) {
      Frame frame = frames.next();
      if (!frame.name().isEmpty()) place = place.of(frame.name());
    }
    return last.isEmpty() ? place : place.of(last);
  }

  private static int line(Event event) {
    return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  private static int column(Event event) {
    return event.getStartMark().map(mark -> mark.getColumn() + 1).orElse(0);
  }

  private static int inset(ScalarEvent event) {
    int quotes =
        switch (event.getScalarStyle()) {
          case ScalarStyle.PLAIN -> 0;
          case ScalarStyle.SINGLE_QUOTED, ScalarStyle.DOUBLE_QUOTED -> 1;
          case ScalarStyle.LITERAL, ScalarStyle.FOLDED, ScalarStyle.JSON_SCALAR_STYLE -> -1;
        };
    if (quotes < 0 || event.getStartMark().isEmpty() || event.getEndMark().isEmpty()) return -1;
    var start = event.getStartMark().get();
    var end = event.getEndMark().get();
    String text = event.getValue();
    boolean verbatim =
        start.getLine() == end.getLine()
            && end.getColumn() - start.getColumn()
                == text.codePointCount(0, text.length()) + 2 * quotes;
    return verbatim ? quotes : -1;
  }
}
