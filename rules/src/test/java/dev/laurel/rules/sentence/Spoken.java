package dev.laurel.rules.sentence;

import dev.laurel.rules.language.Pack;
import dev.laurel.rules.random.RandomPacks;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Random packs and all that is said of them. */
final class Spoken {
  private Spoken() {}

  /** A pack of which most references resolve. */
  static Pack pack(Random random) {
    Pack pack = RandomPacks.any(Pack.class, random, random.nextInt(3, 6));
    return (Pack) new Ids(pack).resolved(pack, random);
  }

  static List<Passage> all(Pack pack) {
    return Sentences.of(pack).all(Integer.MAX_VALUE);
  }

  /** Visits each phrase of the passages, titles too, and each phrase within it. */
  static void phrases(List<Passage> passages, Consumer<Phrase> visitor) {
    for (Passage passage : passages) {
      phrases(passage.title(), visitor);
      passage.sentences().forEach(sentence -> phrases(sentence.phrase(), visitor));
      phrases(passage.parts(), visitor);
    }
  }

  static void phrases(Phrase phrase, Consumer<Phrase> visitor) {
    visitor.accept(phrase);
    switch (phrase) {
      case Phrase.Message message -> message.arguments().forEach(part -> phrases(part, visitor));
      case Phrase.Joined joined -> joined.parts().forEach(part -> phrases(part, visitor));
      case Phrase.Circumstances all -> all.parts().forEach(part -> phrases(part.of(), visitor));
      case Phrase.Word word -> phrases(word.of(), visitor);
      default -> {}
    }
  }

  /** The sentences of a passage without its title and parts. */
  static String text(Passage passage) {
    return String.join(" ", passage.sentences().stream().map(Speaker.english()::say).toList());
  }
}
