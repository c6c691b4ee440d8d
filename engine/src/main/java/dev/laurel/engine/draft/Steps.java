package dev.laurel.engine.draft;

import dev.laurel.engine.draft.LogEntry.Edited;
import dev.laurel.rules.tree.Alteration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps of a log, and which of them are in the draft now. Immutable. */
record Steps(List<Edited> entries) {
  Steps {
    entries = List.copyOf(entries);
  }

  Steps with(Edited entry) {
    List<Edited> more = new ArrayList<>(entries);
    more.add(entry);
    return new Steps(more);
  }

  /** New steps that were taken back and not taken again. */
  private Set<Long> undone() {
    Set<Long> undone = new HashSet<>();
    for (Edited entry : entries)
      switch (entry.kind()) {
        case DONE -> {}
        case UNDONE -> undone.add(entry.of());
        case REDONE -> undone.remove(entry.of());
      }
    return undone;
  }

  List<DraftView.Step> told() {
    Set<Long> undone = undone();
    return entries.stream()
        .filter(entry -> entry.kind() == LogEntry.Kind.DONE)
        .map(e ->
            new DraftView.Step(e.number(), e.by(), e.at(), e.step(), undone.contains(e.number())))
        .toList();
  }

  Set<String> authors() {
    Set<Long> undone = undone();
    Set<String> authors = new LinkedHashSet<>();
    for (Edited entry : entries)
      if (entry.kind() == LogEntry.Kind.DONE && !undone.contains(entry.number()))
        authors.add(entry.by());
    return authors;
  }

  /** What somebody would take back next. */
  Optional<Edited> toUndo(String by) {
    return Optional.ofNullable(stacks(by).done().peek());
  }

  /** What somebody would take again next: what they took back last, unless they went on since. */
  Optional<Edited> toRedo(String by) {
    return Optional.ofNullable(stacks(by).undone().peek());
  }

  private record Stacks(Deque<Edited> done, Deque<Edited> undone) {}

  private Stacks stacks(String by) {
    Deque<Edited> done = new ArrayDeque<>();
    Deque<Edited> undone = new ArrayDeque<>();
    for (Edited entry : entries) {
      if (!entry.by().equals(by)) continue;
      switch (entry.kind()) {
        case DONE -> {
          done.push(entry);
          undone.clear();
        }
        case UNDONE -> undone.push(done.pop());
        case REDONE -> done.push(undone.pop());
      }
    }
    return new Stacks(done, undone);
  }

  /** The latest entry of somebody else after a number that touches this; their latest word. */
  Optional<Edited> clashing(String by, long after, String touched) {
    Edited found = null;
    for (Edited entry : entries)
      if (entry.number() > after
          && !entry.by().equals(by)
          && entry.alterations().stream().anyMatch(a -> Alteration.overlap(a.touches(), touched)))
        found = entry;
    return Optional.ofNullable(found);
  }

  /** What is in the draft now, each step where it was taken last. */
  List<Edited> effective() {
    Map<Long, Edited> last = new HashMap<>();
    Set<Long> undone = undone();
    for (Edited entry : entries)
      if (entry.kind() != LogEntry.Kind.UNDONE && !undone.contains(entry.of()))
        last.put(entry.of(), entry);
    return entries.stream().filter(entry -> entry.equals(last.get(entry.of()))).toList();
  }
}
