package dev.laurel.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Message;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.OfferSet;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.random.RandomPacks;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Of many small random elements, those that read alike mean the same. */
class PairsTest {
  private static final int ELEMENTS = 25;

  private Random random = new Random(0);
  private Pack pack = Club.pack();
  private Language language = Language.ENGLISH;

  @Property(shrinking = ShrinkingMode.OFF)
  void elements_that_read_alike_mean_the_same(@ForAll long seed, @ForAll Language spoken) {
    random = new Random(seed);
    language = spoken;
    pack = Spoken.pack(random);
    Sentences said = Sentences.of(pack);
    phrases(Condition.class, of -> said.condition("here", of));
    phrases(Outcome.class, of -> said.outcome("here", of));
    phrases(Ladder.Requirement.class, of -> said.requirement("here", of));
    passages(EarningRule.class, of -> said.rule("here", of));
    passages(Ladder.class, of -> said.ladder("here", of));
    passages(RateTable.class, of -> said.table("here", of, 0, 100));
    passages(Challenge.class, of -> said.challenge("here", of));
    passages(Campaign.class, of -> said.campaign("here", of));
    passages(Segment.class, of -> said.segment("here", of));
    passages(Benefit.class, of -> said.benefit("here", of));
    passages(Message.class, of -> said.message("here", of));
    passages(OfferSet.class, of -> said.offers("here", of));
    passages(PointKind.class, of -> said.pointKind("here", of));
    passages(Metric.class, of -> said.metric("here", of));
    passages(Scenario.class, of -> said.scenario("here", of));
  }

  private <T> void phrases(Class<T> type, Function<T, Phrase> phrase) {
    alike(type, phrase.andThen(language.speaker()::say));
  }

  private <T> void passages(Class<T> type, Function<T, Passage> passage) {
    alike(type, passage.andThen(language.speaker()::say));
  }

  private <T> void alike(Class<T> type, Function<T, String> said) {
    Ids ids = new Ids(pack);
    Map<String, Object> meanings = new HashMap<>();
    Object first = RandomPacks.any(type, random, 2);
    for (int i = 0; i < ELEMENTS; i++) {
      Object any = RandomPacks.any(type, random, random.nextInt(3));
      T element = type.cast(named(ids.resolved(any, random), first));
      String text = said.apply(element);
      Object meaning = new Meaning(language).of(element);
      Object before = meanings.putIfAbsent(text, meaning);
      if (before != null) assertThat(meaning).as(text).isEqualTo(before);
    }
  }

  /** The element with the id and the title of the first, so that these do not tell it apart. */
  private static Object named(Object element, Object first) {
    if (element.getClass() != first.getClass()) return element;
    RecordComponent[] components = Reflected.components(element.getClass());
    Object[] parts = Reflected.parts((Record) element);
    for (int i = 0; i < parts.length; i++)
      if (components[i].getName().equals("id") || components[i].getName().equals("title"))
        parts[i] = Reflected.part((Record) first, components[i]);
    return Reflected.made(element.getClass(), parts).orElseThrow();
  }
}
