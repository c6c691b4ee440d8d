package dev.laurel.engine.editing;

import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.Edits;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.language.Trigger;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.vocabulary.Dictionary;
import dev.laurel.rules.vocabulary.Word;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rules and campaigns to start from, whole from the first moment: each is a pack without fault, in
 * the programme's own kinds of points and vocabulary. Immutable and thread-safe.
 */
public final class Starters {
  /** What a rule starts as. */
  public enum Rule {
    PER_AMOUNT,
    BASKET_BONUS,
    GOODS,
    MULTIPLIER,
    WELCOME,
    BIRTHDAY
  }

  /** What a campaign starts as. */
  public enum Campaign {
    DOUBLE_WEEKEND,
    BIRTHDAY_MONTH,
    HAPPY_HOUR,
    SPEND_AND_GET,
    WIN_BACK,
    WELCOME
  }

  private final Tree tree;
  private final Pack pack;
  private final LocalDate today;

  private Starters(Tree tree, Pack pack, LocalDate today) {
    this.tree = tree;
    this.pack = pack;
    this.today = today;
  }

  /**
   * For a pack as it is edited.
   *
   * @param today in the programme's zone
   */
  public static Starters of(Tree tree, Pack pack, LocalDate today) {
    return new Starters(tree, pack, today);
  }

  /**
   * A new element that would be added.
   *
   * @param rule the place of its first rule; the element's own where it is a rule or has none
   */
  public record Started(String place, String rule, List<Edit> edits) {
    public Started {
      edits = List.copyOf(edits);
    }
  }

  /**
   * Adds a rule at the end of a group.
   *
   * @param group its place
   * @param titles by language
   * @return empty where the programme lacks what the rule needs
   */
  public Optional<Started> rule(Rule starter, String group, Map<String, String> titles) {
    String id = Edits.freshId(tree, id(starter.name()));
    return rule(starter, titled(id, titles)).map(rule -> added(group + "/rules/" + id, rule));
  }

  private Optional<Tree> rule(Rule starter, Tree.Branch rule) {
    return switch (starter) {
      case PER_AMOUNT -> kind().map(kind -> then(rule, perAmount(kind, "1")));
      case BASKET_BONUS ->
          kind()
              .map(
                  kind -> then(rule.with("when", text("purchase.amount >= 25")), points(kind, 50)));
      case GOODS ->
          kind()
              .map(kind ->
                  then(
                      rule.with("per", text("line"))
                          .with("when", text("line.category = \"%s\"".formatted(category()))),
                      perAmount(kind, "1")));
      case MULTIPLIER -> multiplied().map(of -> then(rule, multiply("2", of)));
      case WELCOME ->
          kind().map(kind -> then(rule.with("on", text("enrolment")), points(kind, 100)));
      case BIRTHDAY ->
          kind().map(kind -> then(rule.with("on", text("birthday")), points(kind, 100)));
    };
  }

  /** Adds a group that has no rule yet. */
  public Started group(Map<String, String> titles) {
    String id = Edits.freshId(tree, "rules");
    return added("earning/" + id, titled(id, titles).with("rules", new Tree.Items(List.of())));
  }

  /** Adds a campaign; empty where the programme lacks what it needs. */
  public Optional<Started> campaign(Campaign starter, Map<String, String> titles) {
    String id = Edits.freshId(tree, id(starter.name()));
    String ruleId = Edits.freshId(tree, id + "-rule");
    String place = "campaigns/" + id;
    return campaign(starter, titled(id, titles), titled(ruleId, titles))
        .map(campaign ->
            new Started(
                place,
                place + "/rules/" + ruleId,
                List.of(new Edit.Add(place, campaign, Optional.empty()))));
  }

  private Optional<Tree> campaign(Campaign starter, Tree.Branch campaign, Tree.Branch rule) {
    Tree always = Tree.branch();
    return switch (starter) {
      case DOUBLE_WEEKEND ->
          multiplied()
              .map(of -> {
                LocalDate saturday = today.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
                return whole(
                    campaign, days(saturday, saturday.plusDays(1)), then(rule, multiply("2", of)));
              });
      case BIRTHDAY_MONTH ->
          multiplied()
              .map(of ->
                  whole(
                      campaign
                          .with("schedule", always)
                          .with("when", text("member.inBirthMonth = true")),
                      always,
                      then(rule, multiply("2", of))));
      case HAPPY_HOUR ->
          kind()
              .map(kind -> {
                Tree.Branch hours =
                    Tree.branch().with("from", text("15:00")).with("to", text("17:00"));
                Tree schedule = days(today, today.plusMonths(1)).with("hours", Tree.items(hours));
                return whole(campaign, schedule, then(rule, points(kind, 20)));
              });
      case SPEND_AND_GET ->
          kind()
              .map(kind ->
                  whole(
                      campaign,
                      days(today, today.plusMonths(1)),
                      then(rule.with("when", text("purchase.amount >= 50")), points(kind, 150))));
      case WIN_BACK ->
          kind()
              .map(kind ->
                  whole(
                      campaign,
                      days(today, today.plusMonths(2)),
                      then(
                          rule.with("when", text("member.daysSinceLastPurchase >= 60")),
                          points(kind, 150))));
      case WELCOME ->
          kind()
              .map(kind ->
                  whole(
                      campaign,
                      days(today, today.plusMonths(3)),
                      then(rule.with("on", text("enrolment")), points(kind, 100))));
    };
  }

  private static Tree whole(Tree.Branch campaign, Tree schedule, Tree rule) {
    return campaign.with("schedule", schedule).with("rules", Tree.items(rule));
  }

  private static Tree.Branch days(LocalDate from, LocalDate to) {
    return Tree.branch().with("from", text(from.toString())).with("to", text(to.toString()));
  }

  private static Started added(String place, Tree element) {
    return new Started(place, place, List.of(new Edit.Add(place, element, Optional.empty())));
  }

  private static String id(String starter) {
    return starter.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Tree.Branch titled(String id, Map<String, String> titles) {
    Tree.Branch title = Tree.branch();
    for (Map.Entry<String, String> each : new TreeMap<>(titles).entrySet())
      title = title.with(each.getKey(), Tree.text(each.getValue()));
    boolean english = titles.size() == 1 && titles.containsKey("en");
    return Tree.branch()
        .with("id", Tree.text(id))
        .with("title", english ? Tree.text(titles.getOrDefault("en", id)) : title);
  }

  private static Tree then(Tree.Branch rule, Tree outcome) {
    return rule.with("then", Tree.items(outcome));
  }

  private static Tree points(String kind, int points) {
    return Tree.branch()
        .with("type", text("points"))
        .with("kind", text(kind))
        .with("points", Tree.number(String.valueOf(points)));
  }

  private static Tree perAmount(String kind, String points) {
    return Tree.branch()
        .with("type", text("per-amount"))
        .with("kind", text(kind))
        .with("points", Tree.number(points));
  }

  private static Tree multiply(String by, String of) {
    return Tree.branch()
        .with("type", text("multiply"))
        .with("by", Tree.number(by))
        .with("of", Tree.items(text(of)));
  }

  private static Tree text(String text) {
    return Tree.text(text);
  }

  private Optional<String> kind() {
    return Things.of(pack, Thing.POINT_KIND).stream().findFirst();
  }

  /** What is multiplied first: the first rule by which a purchase earns for what it costs. */
  private Optional<String> multiplied() {
    return pack.earning().stream()
        .flatMap(group -> group.rules().stream())
        .filter(rule -> rule.on() instanceof Trigger.Purchase)
        .filter(rule -> rule.per() == EarningRule.Scope.EVENT)
        .filter(rule ->
            rule.then().stream()
                .anyMatch(of -> of instanceof Outcome.PerAmount || of instanceof Outcome.ByTable))
        .map(EarningRule::id)
        .findFirst();
  }

  /** A category that the pack speaks of, else one that people replace. */
  private String category() {
    List<String> known =
        Dictionary.of(pack).find("line.category").map(Word::choices).orElse(List.of());
    if (!known.isEmpty()) return known.getFirst();
    return pack.tables().stream()
        .flatMap(table -> table.rows().stream())
        .flatMap(row -> row.cells().stream())
        .filter(RateTable.Cell.OneOf.class::isInstance)
        .flatMap(cell -> ((RateTable.Cell.OneOf) cell).values().stream())
        .filter(Value.Text.class::isInstance)
        .map(value -> ((Value.Text) value).text())
        .findFirst()
        .orElse("Coffee");
  }
}
