package dev.laurel.engine.governance;

import dev.laurel.rules.diff.Change;
import dev.laurel.rules.diff.Construct;
import dev.laurel.rules.diff.Word;
import dev.laurel.rules.sentence.Passage;
import dev.laurel.rules.sentence.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One change in somebody's language. Immutable.
 *
 * @param kind {@code added}, {@code removed}, {@code changed} or {@code moved}
 * @param title of the construct, as it is after the change; its place where nothing can be said
 * @param before what it said, sentence by sentence; empty where it was not there or was moved only
 * @param after what it says; empty where it is gone or at fault
 * @param words the parts that differ, of what is changed
 * @param from its number among its siblings before it was moved; 0 where it was not
 * @param to its number since; 0 where it was not
 */
public record SaidChange(
    String kind,
    Construct construct,
    String place,
    String title,
    List<String> before,
    List<String> after,
    List<Word> words,
    int from,
    int to) {
  static SaidChange of(Change change, Speaker speaker) {
    return switch (change) {
      case Change.Added(var construct, var place, var after) ->
          new SaidChange(
              "added",
              construct,
              place,
              title(after, after, place, speaker),
              List.of(),
              said(after, speaker),
              List.of(),
              0,
              0);
      case Change.Removed(var construct, var place, var before) ->
          new SaidChange(
              "removed",
              construct,
              place,
              title(before, before, place, speaker),
              said(before, speaker),
              List.of(),
              List.of(),
              0,
              0);
      case Change.Changed(var construct, var place, var words, var before, var after) ->
          new SaidChange(
              "changed",
              construct,
              place,
              title(after, before, place, speaker),
              said(before, speaker),
              said(after, speaker),
              words,
              0,
              0);
      case Change.Moved(var construct, var place, var from, var to, var after) ->
          new SaidChange(
              "moved",
              construct,
              place,
              title(after, after, place, speaker),
              List.of(),
              List.of(),
              List.of(),
              from,
              to);
    };
  }

  private static String title(
      Optional<Passage> first, Optional<Passage> second, String place, Speaker speaker) {
    return first.or(() -> second).map(passage -> speaker.say(passage.title())).orElse(place);
  }

  private static List<String> said(Optional<Passage> passage, Speaker speaker) {
    List<String> said = new ArrayList<>();
    passage.ifPresent(of -> collect(of, speaker, said));
    return List.copyOf(said);
  }

  private static void collect(Passage passage, Speaker speaker, List<String> said) {
    passage.sentences().forEach(sentence -> said.add(speaker.say(sentence)));
    passage.parts().forEach(part -> collect(part, speaker, said));
  }
}
