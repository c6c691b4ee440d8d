package dev.laurel.engine.explain;

import static dev.laurel.engine.explain.Phrases.message;

import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Unmet;
import dev.laurel.rules.condition.Feel;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentences;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/** Tells what conditions ask for that are not met, and what was there instead. Immutable. */
final class OfConditions {
  private final Revision revision;
  private final Sentences sentences;

  OfConditions(Revision revision, Sentences sentences) {
    this.revision = revision;
    this.sentences = sentences;
  }

  /** What conditions ask for, and what was there instead, one after the other. */
  Phrase of(List<Unmet> rows) {
    return Phrases.joined(rows.stream().map(this::of).toList());
  }

  private Phrase of(Unmet unmet) {
    Phrase asked = asked(unmet);
    if (unmet.exception()) return message("told.unmet.exception", asked, found(unmet));
    return unmet.missing()
        ? message("told.unmet.missing", asked)
        : message("told.unmet.was", asked, found(unmet));
  }

  /** What a condition asked for. */
  Phrase asked(Unmet unmet) {
    return sentences.condition(unmet.row(), Feel.parse(unmet.asked()));
  }

  /** What was there, said as its kind of value is said. */
  Phrase found(Unmet unmet) {
    String actual = unmet.actual();
    String path = path(unmet.operand());
    int slot = revision.layout().slot(path);
    if (path.isEmpty()) return sentences.value(path, Value.of(new BigDecimal(actual)));
    if (path.equals("member.segments")) return segments(actual);
    if (slot < 0 || actual.isEmpty()) return new Phrase.Quoted(actual);
    return switch (revision.layout().word(slot).type()) {
      case MONEY, NUMBER -> sentences.value(path, Value.of(new BigDecimal(actual)));
      case DATE -> sentences.value(path, new Value.Date(LocalDate.parse(actual)));
      case TIME -> sentences.value(path, new Value.Time(LocalTime.parse(actual)));
      case TRUTH -> sentences.value(path, Value.of(actual.equals("true")));
      case TIER, TEXT -> sentences.value(path, Value.of(actual));
      case LIST -> new Phrase.Quoted(actual);
    };
  }

  /** Segments by their titles; ids hold no comma. */
  private Phrase segments(String ids) {
    if (ids.isEmpty()) return message("told.no-segment");
    return new Phrase.Joined(
        Phrase.Join.AND,
        Arrays.stream(ids.split(", ", -1)).map(id -> sentences.name(Thing.SEGMENT, id)).toList());
  }

  /** The path by which values of an operand are said; a count's are plain numbers. */
  private static String path(String operand) {
    if (operand.startsWith("count(")) return "";
    String sum = "sum(purchase.lines.";
    return operand.startsWith(sum)
        ? "line." + operand.substring(sum.length(), operand.length() - 1)
        : operand;
  }
}
