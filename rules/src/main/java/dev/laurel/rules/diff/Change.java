package dev.laurel.rules.diff;

import dev.laurel.rules.sentence.Passage;
import java.util.List;
import java.util.Optional;

/**
 * How one construct differs. Closed family, immutable. Passages are there where both packs are well
 * formed; of a construct that is changed or moved they hold its own sentences, of one that is added
 * or removed also the passages of those within it, which are then not told by themselves.
 */
public sealed interface Change {
  Construct construct();

  String place();

  record Added(Construct construct, String place, Optional<Passage> after) implements Change {}

  record Removed(Construct construct, String place, Optional<Passage> before) implements Change {}

  /**
   * It says something else.
   *
   * @param words the parts that differ, at least one
   */
  record Changed(
      Construct construct,
      String place,
      List<Word> words,
      Optional<Passage> before,
      Optional<Passage> after)
      implements Change {
    public Changed {
      words = List.copyOf(words);
    }
  }

  /**
   * It stands elsewhere among its siblings.
   *
   * @param from its number before, from 1
   * @param to its number after, from 1
   */
  record Moved(Construct construct, String place, int from, int to, Optional<Passage> after)
      implements Change {}
}
