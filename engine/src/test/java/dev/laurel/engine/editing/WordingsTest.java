package dev.laurel.engine.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.draft.Edits;
import dev.laurel.engine.editing.Wording.Operator;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.sentence.Passage;
import dev.laurel.rules.sentence.Run;
import dev.laurel.rules.sentence.Sentences;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be said instead of words, and what comes of saying it. */
class WordingsTest {
  private static final String EARNING = "earning/usual/rules/base";

  private final Pack cafe = SamplePacks.read("cafe");
  private final Tree tree = PackTree.of(cafe);
  private final Speaker english = Speaker.english();

  private Wording at(Tree of, String place) {
    return Wordings.of(of, PackTree.wellFormed(of).or(() -> Optional.of(cafe)), english)
        .at(place)
        .orElseThrow(() -> new AssertionError("Nothing can be said at " + place));
  }

  private Tree said(String place, String... values) {
    return said(tree, place, Operator.EQUAL, values);
  }

  private Tree said(Tree of, String place, Operator operator, String... values) {
    Answers.Answered answered =
        Answers.of(of, PackTree.wellFormed(of).or(() -> Optional.of(cafe)), english)
            .say(at(of, place), List.of(values), operator);
    assertThat(answered).isInstanceOf(Answers.Taken.class);
    return Edits.applied(of, ((Answers.Taken) answered).edits()).orElseThrow();
  }

  private Answers.Why why(String place, String... values) {
    Answers.Answered answered =
        Answers.of(tree, Optional.of(cafe), english)
            .say(at(tree, place), List.of(values), Operator.EQUAL);
    assertThat(answered).isInstanceOf(Answers.NotTaken.class);
    return ((Answers.NotTaken) answered).why();
  }

  private static String text(Tree of, String place) {
    return Trees.at(of, place).map(leaf -> ((Tree.Leaf) leaf).text()).orElse("nothing");
  }

  private List<String> said(Wording wording) {
    return ((Wording.One) wording).options().stream().map(Wording.Option::said).toList();
  }

  static List<String> packs() {
    return SamplePacks.names();
  }

  private static void words(Passage passage, Speaker speaker, TreeSet<String> places) {
    passage
        .sentences()
        .forEach(sentence ->
            speaker.runs(sentence).stream()
                .filter(Run.Word.class::isInstance)
                .forEach(run -> places.add(((Run.Word) run).place())));
    passage.parts().forEach(part -> words(part, speaker, places));
  }

  /**
   * Whatever is promised to be changeable has an editor, and saying what is said changes nothing.
   */
  @ParameterizedTest
  @MethodSource("packs")
  void every_word_of_every_sample_can_be_said_again_as_it_is(String name) {
    Pack pack = SamplePacks.read(name);
    Tree of = PackTree.of(pack);
    TreeSet<String> places = new TreeSet<>();
    Sentences sentences = Sentences.of(pack);
    pack.earning().forEach(g -> words(sentences.group("earning/" + g.id(), g), english, places));
    pack.campaigns()
        .forEach(c -> words(sentences.campaign("campaigns/" + c.id(), c), english, places));
    pack.ladders().forEach(l -> words(sentences.ladder("ladders/" + l.id(), l), english, places));
    Wordings wordings = Wordings.of(of, Optional.of(pack), english);
    Answers answers = Answers.of(of, Optional.of(pack), english);
    List<String> fixed = new ArrayList<>();
    for (String place : places) {
      if (!wordings.isChangeable(place)) {
        fixed.add(place);
        continue;
      }
      Wording wording = wordings.at(place).orElseThrow(() -> new AssertionError(place));
      Answers.Answered answered = answers.say(wording, values(wording), operator(wording));
      assertThat(answered).as(place).isInstanceOf(Answers.Taken.class);
      assertThat(Edits.applied(of, ((Answers.Taken) answered).edits()))
          .as(place)
          .hasValueSatisfying(
              after -> assertThat(PackTree.wellFormed(after)).as(place).contains(pack));
    }
    assertThat(fixed).as("words that nobody can change").allMatch(p -> p.endsWith("/tiers"));
  }

  private static Operator operator(Wording wording) {
    return wording instanceof Wording.Asked asked ? asked.operator() : Operator.EQUAL;
  }

  private static List<String> values(Wording wording) {
    return switch (wording) {
      case Wording.Digits number -> List.of(number.digits());
      case Wording.Length length ->
          List.of(
              String.valueOf(length.now().count()),
              length.now().unit().name().toLowerCase(java.util.Locale.ROOT));
      case Wording.Days days ->
          List.of(
              days.from().map(Object::toString).orElse(""),
              days.to().map(Object::toString).orElse(""));
      case Wording.Time time -> List.of(time.now().toString());
      case Wording.One one -> List.of(one.chosen());
      case Wording.Several several -> several.chosen();
      case Wording.Plain plain -> List.of(plain.text());
      case Wording.Told told -> List.of(told.text());
      case Wording.Asked asked -> asked.values();
      case Wording.Cell cell -> cell.values();
    };
  }

  @Test
  void a_number_is_typed_as_people_type_it_and_bounded_by_the_language() {
    assertThat(text(said(EARNING + "/then/1/points", "1,5"), EARNING + "/then/1/points"))
        .isEqualTo("1.5");
    assertThat(why(EARNING + "/then/1/points", "many")).isEqualTo(Answers.Why.NO_NUMBER);
    assertThat(why(EARNING + "/then/1/points", "-1")).isEqualTo(Answers.Why.OUT_OF_RANGE);
    assertThat(why("earning/level-bonus/rules/captain/then/1/by", "0.5"))
        .isEqualTo(Answers.Why.OUT_OF_RANGE);
    assertThat(why("earning/start/rules/first-purchase/priority", "1.5"))
        .isEqualTo(Answers.Why.TOO_MANY_DECIMALS);
  }

  @Test
  void choices_read_as_their_sentences_would() {
    assertThat(said(at(tree, "earning/extras/meeting")))
        .contains("only the one that gives the member most counts");
    assertThat(said(at(tree, EARNING + "/then/1/kind"))).contains("Beans");
    assertThat(said(at(tree, "earning/start/rules/welcome/on")))
        .contains("at enrolment", "on a purchase", "60 days after the last purchase");
  }

  @Test
  void a_choice_that_no_word_says_is_told_by_what_it_leaves_out() {
    List<String> steps = said(at(tree, "earning/extras/rules/large-basket/then/1/steps"));
    assertThat(steps).containsExactly("", "whole");
  }

  @Test
  void a_condition_is_compared_otherwise() {
    String when = "earning/extras/rules/large-basket/when/only";
    assertThat(text(said(tree, when, Operator.BETWEEN, "20", "50"), when))
        .isEqualTo("purchase.amount in [20..50]");
    assertThat(text(said(tree, when, Operator.LESS, "7.50"), when))
        .isEqualTo("purchase.amount < 7.5");
  }

  @Test
  void a_condition_can_ask_of_something_else() {
    String when = "earning/extras/rules/app-order/when/only";
    Tree after = said(when + "/operand", "member.tier");
    assertThat(text(after, when)).isEqualTo("member.tier >= \"Captain\"");
    assertThat(at(after, when))
        .isInstanceOfSatisfying(
            Wording.Asked.class,
            asked ->
                assertThat(asked.options())
                    .extracting(Wording.Option::value)
                    .containsExactly("Guest", "Regular", "Captain"));
  }

  @Test
  void one_of_two_that_are_joined_leaves_the_other() {
    String when = "campaigns/payday/when";
    Tree both =
        Edits.applied(
                tree,
                List.of(
                    new dev.laurel.engine.draft.Edit.Set(
                        when, Tree.text("purchase.amount >= 10 and purchase.channel = \"app\""))))
            .orElseThrow();
    Answers answers = Answers.of(both, Optional.of(cafe), english);
    Answers.Answered out = answers.leaveOut(at(both, when + "/only/parts/1"));
    Tree after = Edits.applied(both, ((Answers.Taken) out).edits()).orElseThrow();
    assertThat(text(after, when)).isEqualTo("purchase.channel = \"app\"");
    Answers.Answered all =
        Answers.of(after, Optional.of(cafe), english).leaveOut(at(after, when + "/only"));
    assertThat(Trees.at(Edits.applied(after, ((Answers.Taken) all).edits()).orElseThrow(), when))
        .isEmpty();
  }

  @Test
  void days_bound_one_another_and_go_together() {
    String term = "earning/neighbours/rules/jubilee/inForce";
    assertThat(text(said(term + "/to", "2026-05-05", "2026-06-01"), term + "/to"))
        .isEqualTo("2026-06-01");
    assertThat(why(term + "/from", "2026-06-02", "2026-06-01")).isEqualTo(Answers.Why.ENDS_BEFORE);
    assertThat(Trees.at(said(term + "/from", "", ""), term)).isEmpty();
  }

  @Test
  void how_long_a_tier_is_held_can_be_said_in_every_way_of_the_language() {
    Wording wording = at(tree, "ladders/level/validity/span");
    assertThat(wording).isInstanceOf(Wording.Length.class);
    List<String> ways =
        ((Wording.Length) wording)
            .instead().orElseThrow().options().stream().map(Wording.Option::said).toList();
    assertThat(ways)
        .anyMatch(way -> way.contains("for ever"))
        .anyMatch(way -> way.contains("end of February"));
  }

  @Test
  void a_cell_asks_for_several_values_for_a_range_or_for_nothing() {
    String tea = "tables/goods-by-channel/rows/tea/cells/1";
    assertThat(Trees.at(said(tea, "Tea", "Chai"), tea))
        .contains(Tree.items(Tree.text("Tea"), Tree.text("Chai")));
    assertThat(text(said(tea), tea)).isEqualTo("any");
    String time = "tables/quiet-hours/rows/evening/cells/1";
    assertThat(text(said(time, "19:00", "21:30"), time + "/below")).isEqualTo("21:30");
    assertThat(why(time, "late", "")).isEqualTo(Answers.Why.NO_TIME);
  }

  @Test
  void what_is_added_says_something_without_fault() {
    Additions additions =
        Additions.of(tree, cafe, english, java.time.LocalDate.parse("2026-11-20"));
    for (String place :
        List.of(EARNING, "campaigns/weekend", "ladders/level/tiers/Captain", "ladders/level"))
      for (Additions.Addition each : additions.at(place)) {
        Tree after = additions.after(each, place, "purchase.amount").orElseThrow();
        assertThat(after).as(place + " " + each).isNotEqualTo(tree);
        assertThat(PackTree.wellFormed(after)).as(place + " " + each).isPresent();
      }
    assertThat(additions.at(EARNING))
        .contains(Additions.Addition.DATES, Additions.Addition.CONDITION)
        .doesNotContain(Additions.Addition.BUDGET, Additions.Addition.GRACE);
  }

  @Test
  void every_start_is_a_pack_without_fault_in_every_sample() {
    for (String name : SamplePacks.names()) {
      Pack pack = SamplePacks.read(name);
      Tree of = PackTree.of(pack);
      Starters starters = Starters.of(of, pack, java.time.LocalDate.parse("2026-11-20"));
      java.util.Map<String, String> titles = java.util.Map.of("en", "New", "zh-Hans", "新");
      List<Starters.Started> all = new ArrayList<>();
      String group = "earning/" + pack.earning().getFirst().id();
      for (Starters.Rule each : Starters.Rule.values())
        starters.rule(each, group, titles).ifPresent(all::add);
      for (Starters.Campaign each : Starters.Campaign.values())
        starters.campaign(each, titles).ifPresent(all::add);
      assertThat(all).hasSizeGreaterThan(6);
      for (Starters.Started started : all)
        assertThat(PackTree.check(Edits.applied(of, started.edits()).orElseThrow()))
            .as(name + " " + started.place())
            .isInstanceOf(PackResult.Read.class);
    }
  }

  @Test
  void a_copy_of_a_campaign_has_rules_of_its_own() {
    var copy = Copies.of(tree, "campaigns/weekend", "en", "Weekends again").orElseThrow();
    Tree after = Edits.applied(tree, List.of(copy)).orElseThrow();
    assertThat(PackTree.check(after)).isInstanceOf(PackResult.Read.class);
    assertThat(Trees.names(Trees.at(after, "campaigns").orElseThrow()))
        .startsWith("weekend", "weekend2");
  }

  @Test
  void chinese_choices_are_chinese() {
    Speaker chinese = Speaker.of("zh").orElseThrow();
    Wording wording =
        Wordings.of(tree, Optional.of(cafe), chinese).at("earning/extras/meeting").orElseThrow();
    assertThat(said(wording))
        .allMatch(each -> each.codePoints().anyMatch(Character::isIdeographic));
  }
}
