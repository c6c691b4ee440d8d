package dev.laurel.engine.editing;

import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.Edits;
import dev.laurel.engine.editing.Starters.Started;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Segments, benefits, challenges, messages and offers to start from, whole from the first moment:
 * each is a pack without fault, in the programme's own tiers, points and metrics. Immutable and
 * thread-safe.
 */
public final class PartStarters {
  /** What a segment, a benefit or a challenge starts as. */
  public enum Part {
    /** Members who have not bought for a while. */
    LAPSING,
    /** Members in a stage of their life as customers. */
    STAGE,
    /** Members of whom a metric lies in a class. */
    VALUE,
    /** Something that a tier has. */
    OF_TIER,
    /** Something that rules hand out. */
    HANDED_OUT,
    /** Something for points. */
    FOR_POINTS,
    STAMP_CARD,
    STREAK,
    CHALLENGE,
    /** Words by a channel, for a purpose. */
    MESSAGE,
    /** A set of which a member gets the best. */
    OFFERS;

    /** In which list of the pack it stands. */
    public String list() {
      return switch (this) {
        case LAPSING, STAGE, VALUE -> "segments";
        case OF_TIER, HANDED_OUT, FOR_POINTS -> "benefits";
        case STAMP_CARD, STREAK, CHALLENGE -> "challenges";
        case MESSAGE -> "messages";
        case OFFERS -> "offers";
      };
    }
  }

  private final Tree tree;
  private final Pack pack;

  private PartStarters(Tree tree, Pack pack) {
    this.tree = tree;
    this.pack = pack;
  }

  /** For a pack as it is edited. */
  public static PartStarters of(Tree tree, Pack pack) {
    return new PartStarters(tree, pack);
  }

  /**
   * Adds it at the end of its list.
   *
   * @param titles by language
   * @return empty where the programme lacks what it needs
   */
  public Optional<Started> part(Part part, Map<String, String> titles) {
    String id = Edits.freshId(tree, part.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    String place = part.list() + "/" + id;
    List<Edit> edits = new ArrayList<>();
    if (part == Part.MESSAGE) {
      declare("channels", "e-mail", titles, edits);
      declare("purposes", "news", titles, edits);
    }
    return part(part, Starters.titled(id, titles))
        .map(element -> {
          edits.add(new Edit.Add(place, element, Optional.empty()));
          return new Started(place, place, List.copyOf(edits));
        });
  }

  /** A message needs a channel and a purpose; a first one where the programme has none. */
  private void declare(String list, String id, Map<String, String> titles, List<Edit> edits) {
    if (first(list).isPresent()) return;
    edits.add(
        new Edit.Add(
            "vocabulary/" + list + "/" + id, Starters.titled(id, titles), Optional.empty()));
  }

  private Optional<String> first(String list) {
    return Things.of(pack, list.equals("channels") ? Thing.CHANNEL : Thing.PURPOSE).stream()
        .findFirst();
  }

  private Optional<Tree> part(Part part, Tree.Branch titled) {
    return switch (part) {
      case LAPSING ->
          Optional.of(
              titled.with(
                  "is",
                  typed("meets").with("when", Tree.text("member.daysSinceLastPurchase >= 60"))));
      case STAGE ->
          Optional.of(
              titled.with(
                  "is",
                  typed("lifecycle")
                      .with("stage", Tree.text("at-risk"))
                      .with("newFor", Tree.text("60 days"))
                      .with("activeFor", Tree.text("90 days"))
                      .with("lostAfter", Tree.text("12 months"))));
      case VALUE ->
          metric()
              .map(metric ->
                  titled.with(
                      "is",
                      typed("in-class")
                          .with("dimension", Tree.text("value"))
                          .with("metric", Tree.text(metric.id()))
                          .with("from", Tree.number("500"))));
      case OF_TIER ->
          pack.ladders().stream()
              .map(Ladder::tiers)
              .filter(tiers -> tiers.size() > 1)
              .findFirst()
              .map(tiers -> titled.with("tiers", Tree.items(Tree.text(tiers.getLast().id()))));
      case HANDED_OUT ->
          Optional.of(
              titled.with("entitlement", Tree.branch().with("validFor", Tree.text("30 days"))));
      case FOR_POINTS ->
          kind()
              .map(kind ->
                  titled.with(
                      "price",
                      typed("fixed")
                          .with("kind", Tree.text(kind.id()))
                          .with("points", Tree.number("100"))));
      case STAMP_CARD -> steps(titled.with("kind", Tree.text("stamp-card")), "10");
      case STREAK ->
          repeating()
              .flatMap(period ->
                  steps(
                      titled
                          .with("kind", Tree.text("streak"))
                          .with("every", Tree.text(period.id())),
                      "3"));
      case CHALLENGE ->
          steps(
              titled.with("kind", Tree.text("challenge")).with("within", Tree.text("30 days")),
              "5");
      case MESSAGE ->
          Optional.of(
              titled
                  .with("template", titled.get("title").orElseThrow())
                  .with("channel", Tree.text(first("channels").orElse("e-mail")))
                  .with("purpose", Tree.text(first("purposes").orElse("news"))));
      case OFFERS ->
          kind()
              .map(kind ->
                  titled.with(
                      "of",
                      Tree.items(
                          Tree.branch()
                              .with("id", Tree.text("first"))
                              .with("title", titled.get("title").orElseThrow())
                              .with("score", Tree.number("10"))
                              .with("then", Tree.items(points(kind))))));
    };
  }

  private Optional<Tree> steps(Tree.Branch titled, String at) {
    return kind()
        .map(kind ->
            titled
                .with("on", Tree.text("purchase"))
                .with(
                    "steps",
                    Tree.items(
                        Tree.branch()
                            .with("id", Tree.text("goal"))
                            .with("at", Tree.number(at))
                            .with("then", Tree.items(points(kind))))));
  }

  private static Tree points(PointKind kind) {
    return typed("points").with("kind", Tree.text(kind.id())).with("points", Tree.number("50"));
  }

  private static Tree.Branch typed(String type) {
    return Tree.branch().with("type", Tree.text(type));
  }

  private Optional<PointKind> kind() {
    return pack.programme().pointKinds().stream()
        .filter(kind -> kind.use() == PointKind.Use.REDEEMABLE)
        .findFirst();
  }

  private Optional<Metric> metric() {
    return pack.programme().metrics().stream()
        .filter(metric -> metric.counts() instanceof Metric.Count.Spend)
        .findFirst();
  }

  /** The first period that begins again and is as long as a week or more. */
  private Optional<Programme.NamedPeriod> repeating() {
    return pack.programme().periods().stream()
        .filter(period ->
            !(period.is() instanceof Period.Rolling)
                && !(period.is() instanceof Period.Lifetime)
                && !(period.is() instanceof Period.Day))
        .findFirst();
  }
}
