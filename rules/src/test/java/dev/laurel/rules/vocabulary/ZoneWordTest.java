package dev.laurel.rules.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.condition.Operand;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ZoneWordTest {
  @Test
  void everyZoneOfTheWorldHasAPathOfItsOwnThatTellsIt() {
    Set<String> paths = new TreeSet<>();
    for (String zone : ZoneId.getAvailableZoneIds()) {
      ZoneWord word = new ZoneWord(zone, "event.dayOfMonth");
      assertThat(Operand.Attribute.isPath(word.path())).as(word.path()).isTrue();
      assertThat(ZoneWord.of(word.path())).contains(word);
      paths.add(word.path());
    }
    assertThat(paths).hasSameSizeAs(ZoneId.getAvailableZoneIds());
    assertThat(new ZoneWord("America/New_York", "event.date").path())
        .isEqualTo("zone.America.NewYork.date");
  }

  @Test
  void otherPathsAreNoWordsOfAZone() {
    assertThat(ZoneWord.of("event.date")).isEmpty();
    assertThat(ZoneWord.of("zone.date")).isEmpty();
    assertThat(ZoneWord.of("zone.Asia.Tokyo.place")).isEmpty();
    assertThat(ZoneWord.of("zone.Asia.Atlantis.date")).isEmpty();
  }
}
