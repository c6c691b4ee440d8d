package dev.laurel.rules.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.condition.Operand;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HiddenWordTest {
  @Test
  void every_id_has_a_path_of_its_own_that_tells_it() {
    Set<String> paths = new TreeSet<>();
    List<String> ids =
        List.of(
            "a",
            "Z",
            "Zd",
            "-",
            "win-back",
            "win_back",
            "9lives",
            "and",
            "x".repeat(64),
            "-".repeat(64));
    for (String id : ids)
      for (HiddenWord.Of of : HiddenWord.Of.values()) {
        HiddenWord word = new HiddenWord(of, id);
        assertThat(Operand.Attribute.isPath(word.path())).as(word.path()).isTrue();
        assertThat(HiddenWord.of(word.path())).contains(word);
        paths.add(word.path());
      }
    assertThat(paths).hasSize(ids.size() * HiddenWord.Of.values().length);
    assertThat(new HiddenWord(HiddenWord.Of.GROUPS, "win-back").path())
        .isEqualTo("groups.cwinZdback");
  }

  @Test
  void other_paths_are_no_such_words() {
    assertThat(HiddenWord.of("member.segments")).isEmpty();
    assertThat(HiddenWord.of("groups")).isEmpty();
    assertThat(HiddenWord.of("groups.winback")).isEmpty();
    assertThat(HiddenWord.of("metrics.money")).isEmpty();
  }
}
