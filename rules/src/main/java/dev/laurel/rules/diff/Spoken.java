package dev.laurel.rules.diff;

import dev.laurel.rules.language.Pack;
import dev.laurel.rules.sentence.Passage;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sentences of a pack by the places of what they are about. Immutable. */
final class Spoken {
  /** Of a pack that cannot be spoken. */
  static final Spoken NOTHING = new Spoken();

  private final Map<String, Passage> passages = new HashMap<>();

  /** Of a table's rows, which have sentences but no passages; with the table's title. */
  private final Map<String, Passage> rows = new HashMap<>();

  private Spoken() {}

  static Spoken of(Pack pack) {
    Spoken spoken = new Spoken();
    Sentences.of(pack).all(Integer.MAX_VALUE).forEach(spoken::add);
    return spoken;
  }

  private void add(Passage passage) {
    passages.put(passage.place(), passage);
    if (passage.place().startsWith("tables/"))
      for (Sentence sentence : passage.sentences())
        if (isWithin(sentence.place(), passage.place() + "/rows"))
          rows.put(
              sentence.place(),
              new Passage(sentence.place(), passage.title(), List.of(sentence), List.of()));
    passage.parts().forEach(this::add);
  }

  /** What is said of a construct and of those within it. */
  Optional<Passage> whole(Construct construct, String place) {
    return Optional.ofNullable(construct == Construct.ROW ? rows.get(place) : passages.get(place));
  }

  /** What is said of a construct alone. */
  Optional<Passage> own(Construct construct, String place) {
    return whole(construct, place)
        .map(whole -> {
          List<String> within =
              construct.lists().keySet().stream().map(key -> place + "/" + key).toList();
          List<Sentence> sentences = new ArrayList<>(whole.sentences());
          sentences.removeIf(s -> within.stream().anyMatch(list -> isWithin(s.place(), list)));
          List<Passage> parts = new ArrayList<>(whole.parts());
          parts.removeIf(p -> within.stream().anyMatch(list -> isWithin(p.place(), list)));
          Phrase title = whole.title();
          return new Passage(place, title, sentences, parts);
        });
  }

  private static boolean isWithin(String place, String list) {
    return place.startsWith(list + "/");
  }
}
