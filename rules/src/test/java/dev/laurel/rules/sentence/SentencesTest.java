package dev.laurel.rules.sentence;

import org.junit.jupiter.api.Test;

class SentencesTest {
  @Test
  void show() {
    Sentences s = Sentences.of(Club.pack());
    System.out.println(
        Speaker.english().say(s.group("earning/usual", Club.pack().earning().getFirst())));
    System.out.println(Speaker.english().say(s.ladder("ladders/main", Club.ladder())));
  }
}
