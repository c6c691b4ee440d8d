package dev.laurel.rules.sentence;

import java.util.List;

/**
 * A titled group of sentences about one element of a pack, and the passages of the elements within
 * it. Immutable.
 *
 * @param place the path in the pack of the element; a section's is its name, such as {@code
 *     earning}
 * @param title the element's own, which is edited at {@code title} below the place, or a heading
 * @param parts in the order of the pack
 */
public record Passage(String place, Phrase title, List<Sentence> sentences, List<Passage> parts) {
  public Passage {
    sentences = List.copyOf(sentences);
    parts = List.copyOf(parts);
  }
}
