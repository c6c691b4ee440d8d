package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.say;

import java.util.ArrayList;
import java.util.List;

/** Gathers the sentences of one element. Not thread-safe. */
final class Lines {
  private final String place;
  private final List<Sentence> sentences = new ArrayList<>();

  Lines(String place) {
    this.place = place;
  }

  void add(Phrase phrase) {
    add(place, phrase);
  }

  /** A sentence about a part of the element. */
  void add(String at, Phrase phrase) {
    sentences.add(new Sentence(at, phrase));
  }

  /** A priority, which only matters where it is not the usual one. */
  void addPriority(int priority) {
    if (priority != 0) add(say("priority", Phrases.number(place + "/priority", priority)));
  }

  Passage passage(Phrase title, List<Passage> parts) {
    return new Passage(place, title, sentences, parts);
  }
}
