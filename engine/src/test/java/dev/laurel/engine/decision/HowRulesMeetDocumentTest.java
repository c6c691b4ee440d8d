package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.budget.BudgetsInMemory;
import dev.laurel.engine.decision.MeetingCases.Bought;
import dev.laurel.engine.decision.MeetingCases.Case;
import dev.laurel.engine.decision.MeetingCases.Row;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.explain.Explanations;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.sentence.Speaker;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page for marketers says what is so: every case on it is run. */
class HowRulesMeetDocumentTest {
  private static final MeetingCases PAGE = MeetingCases.read();

  static List<Case> cases() {
    return PAGE.cases();
  }

  /** What came of a case. */
  private record Came(Revision revision, List<Decision> decisions) {
    Decision last() {
      return decisions.getLast();
    }

    List<String> why(Speaker speaker) {
      return new Explanations(revision).why(last()).stream().map(speaker::say).toList();
    }

    List<EarningRule> rules() {
      List<EarningRule> all = new ArrayList<>();
      revision.pack().earning().forEach(group -> all.addAll(group.rules()));
      revision.pack().campaigns().forEach(campaign -> all.addAll(campaign.allRules()));
      return all;
    }

    /** As sentences name it; what wins may be a campaign too. */
    String title(String ruleOrCampaign) {
      Map<String, Text> titles = new TreeMap<>();
      revision.pack().campaigns().forEach(each -> titles.put(each.id(), each.title()));
      rules().forEach(each -> titles.put(each.id(), each.title()));
      return "\"" + Objects.requireNonNull(titles.get(ruleOrCampaign)).in("en") + "\"";
    }

    /** Whom a sentence about it must name, and what: the loser, the winner, the limit. */
    List<String> names(Finding loser) {
      List<String> names = new ArrayList<>(List.of(title(loser.rule())));
      if (loser instanceof Finding.Beaten(var _, var by, var _)) names.add(title(by));
      if (loser instanceof Finding.LimitReached(var _, var limit, var _, var _)
          && !revision.budgets().containsKey(limit)) names.add("\"" + limit + "\"");
      return names;
    }

    /** What is said of those that gave nothing, or not all that they would have given. */
    List<Finding> losers() {
      Set<String> ids = rules().stream().map(EarningRule::id).collect(Collectors.toSet());
      return new Decider(revision)
          .findings(last()).stream()
              .filter(finding -> !(finding instanceof Finding.Fired))
              .filter(finding -> ids.contains(finding.rule()))
              .toList();
    }
  }

  private static Came run(Case example) {
    Revision revision = Programmes.of(example.pack());
    Fold fold = new Fold(revision);
    BudgetsInMemory budgets = new BudgetsInMemory();
    Map<String, MemberState> states = new TreeMap<>();
    List<Decision> decisions = new ArrayList<>();
    for (Row row : example.rows()) {
      String member = revision.memberOf(row.who().toLowerCase(Locale.ROOT), row.groups());
      List<Decision> now = new ArrayList<>();
      Event event =
          new Event(
              "till",
              String.valueOf(decisions.size() + 1),
              member,
              row.at().toInstant(ZoneOffset.UTC),
              purchase(row.buys()));
      MemberState before = states.computeIfAbsent(member, fold::begin);
      states.put(member, fold.fold(before, event, budgets, now::add));
      budgets.add(now.getLast());
      decisions.add(now.getLast());
    }
    return new Came(revision, decisions);
  }

  private static Body purchase(List<Bought> buys) {
    List<Event.Line> lines = new ArrayList<>();
    for (Bought each : buys)
      each.category()
          .ifPresent(category ->
              lines.add(
                  new Event.Line(
                      each.cents(),
                      Event.MICROS,
                      Map.of("category", Datum.of(Value.of(category))))));
    long cents = buys.stream().mapToLong(Bought::cents).sum();
    return new Body.Purchase(cents, 0, 0, 0, 0, 0, Event.MICROS, lines, Map.of());
  }

  /** Such as {@code base 10 + double 10 = 20}. */
  private static String given(Decision decision) {
    Map<String, Long> given = new TreeMap<>();
    for (Posting posting : decision.postings())
      if (posting.from() == Posting.Account.ISSUED)
        given.merge(posting.rule(), posting.units(), Long::sum);
    if (given.isEmpty()) return "nothing";
    return given.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(" + "))
        + " = "
        + given.values().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void the_table_names_every_case_with_what_comes_of_it() {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(PAGE.index())
        .extracting(MeetingCases.Entry::title)
        .containsExactlyElementsOf(cases().stream().map(Case::title).toList());
    assertThat(PAGE.index())
        .extracting(MeetingCases.Entry::gives)
        .containsExactlyElementsOf(cases().stream().map(c -> c.rows().getLast().gives()).toList());
    assertThat(PAGE.index())
        .allSatisfy(entry -> assertThat(entry.anchor()).isEqualTo(anchor(entry.title())));
    for (int i = 0; i < cases().size(); i++)
      assertThat(cases().get(i).title()).startsWith((i + 1) + ". ");
  }

  /** What a heading is linked by, as Markdown is shown where the project lives. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }

  @ParameterizedTest
  @MethodSource("cases")
  void each_purchase_earns_what_the_page_says(Case example) {
    assertThat(run(example).decisions())
        .extracting(HowRulesMeetDocumentTest::given)
        .containsExactlyElementsOf(example.rows().stream().map(Row::gives).toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_decision_says_what_is_quoted(Case example) {
    Came came = run(example);
    assertThat(example.told()).isNotEmpty();
    assertThat(came.why(Explanations.english())).containsAll(example.told());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whoever_gave_nothing_or_not_all_is_named_with_the_reason_and_nobody_else(Case example) {
    Came came = run(example);
    List<String> chinese =
        came.why(Explanations.speaker("zh").orElseThrow()).stream()
            .map(sentence -> sentence.replace('“', '"').replace('”', '"'))
            .toList();
    Set<String> told = new TreeSet<>();
    for (Finding loser : came.losers()) {
      List<String> names = came.names(loser);
      assertThat(example.told())
          .as(loser.toString())
          .anySatisfy(sentence -> {
            assertThat(sentence).contains(names);
            told.add(sentence);
          });
      assertThat(chinese).anySatisfy(sentence -> assertThat(sentence).contains(names));
    }
    if (!came.losers().isEmpty())
      assertThat(told).containsExactlyInAnyOrderElementsOf(example.told());
  }
}
