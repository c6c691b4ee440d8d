package dev.laurel.rules.sentence;

/** A stretch of a spoken sentence. Closed family, immutable. */
public sealed interface Run {
  String text();

  /** Words between. */
  record Plain(String text) implements Run {}

  /** A word that can be edited where it stands. */
  record Word(Phrase.Kind kind, String place, String text) implements Run {}
}
