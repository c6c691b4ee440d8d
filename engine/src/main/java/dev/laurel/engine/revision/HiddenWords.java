package dev.laurel.engine.revision;

import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.vocabulary.HiddenWord;
import dev.laurel.rules.vocabulary.Word;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Words of a member that no pack holds, as far as the rules made so far use them. */
final class HiddenWords {
  private final Map<String, Word> words = new TreeMap<>();

  Map<String, Word> words() {
    return words;
  }

  Operand text(HiddenWord.Of of, String id) {
    return word(of, id, Word.Type.TEXT);
  }

  Operand number(HiddenWord.Of of, String id) {
    return word(of, id, Word.Type.NUMBER);
  }

  private Operand word(HiddenWord.Of of, String id, Word.Type type) {
    String path = new HiddenWord(of, id).path();
    words.put(path, new Word(path, type, "", List.of(), Word.Source.MEMBER, Text.of(path)));
    return new Operand.Attribute(path);
  }
}
