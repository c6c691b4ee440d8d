package dev.laurel.engine.decision;

import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.Layout;
import dev.laurel.rules.vocabulary.Word;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Reads what the rules of a revision looked at. Immutable and thread-safe. */
final class SawReader {
  private final Layout layout;

  SawReader(Layout layout) {
    this.layout = layout;
  }

  /**
   * Reads what was seen.
   *
   * @param type the event's type: a purchase and a return have lines, and may have none
   */
  Saw read(StoredObject saw, String type) {
    boolean purchase = type.equals("purchase") || type.equals("return");
    Facts event = purchase ? Facts.ofPurchase(layout) : Facts.none(layout);
    read(saw.object("event"), word -> word.source() != Word.Source.LINE, event);
    List<Facts> lines = new ArrayList<>();
    if (purchase) {
      for (StoredObject stored : saw.objects("lines")) {
        Facts line = event.line();
        read(stored, word -> word.source() == Word.Source.LINE, line);
        lines.add(line);
      }
      event.addLines(lines);
    }
    Optional<Facts> standing = Optional.empty();
    if (saw.has("standing")) {
      Facts facts = Facts.none(layout);
      read(saw.object("standing"), _ -> true, facts);
      standing = Optional.of(facts);
    }
    List<Facts> moves = new ArrayList<>();
    for (StoredObject stored : saw.objects("moves")) {
      Facts facts = Facts.none(layout);
      read(stored, _ -> true, facts);
      stored.end();
      moves.add(facts);
    }
    saw.end();
    return new Saw(layout, event, List.copyOf(lines), standing, List.copyOf(moves));
  }

  private void read(StoredObject values, Predicate<Word> of, Facts to) {
    for (String path : values.keys()) {
      int slot = layout.slot(path);
      if (slot < 0 || !of.test(layout.word(slot)))
        throw values.fault(
            "unknown-word", path, "", "No rule of the revision looks at %s here.".formatted(path));
      read(values, slot, to);
    }
  }

  private void read(StoredObject values, int slot, Facts to) {
    Word word = layout.word(slot);
    String path = word.path();
    switch (word.type()) {
      case NUMBER -> to.set(slot, values.units(path, Layout.DECIMALS));
      case MONEY -> to.set(slot, values.units(path, layout.currencyDecimals()));
      case TRUTH -> to.set(slot, values.truth(path) ? 1 : 0);
      case DATE -> to.set(slot, values.parsed(path, "a date", LocalDate::parse).toEpochDay());
      case TIME -> to.set(slot, values.parsed(path, "a time", LocalTime::parse).toSecondOfDay());
      case TIER -> {
        String tier = values.text(path);
        int rank = word.choices().indexOf(tier);
        if (rank < 0) throw values.unknown(path, tier, new TreeSet<>(word.choices()));
        to.set(slot, rank);
      }
      case TEXT -> to.set(slot, values.text(path));
      case LIST -> to.set(slot, values.texts(path));
    }
  }
}
