package dev.laurel.engine.editing;

import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.Edits;
import dev.laurel.engine.editing.Wording.Option;
import dev.laurel.rules.condition.Feel;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.pack.Form;
import dev.laurel.rules.pack.PackForms;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be added to a sentence that does not say it yet: a condition, a ceiling, a day on which
 * it ends. What is added says something at once, from which people go on word by word. Immutable
 * and thread-safe.
 */
public final class Additions {
  /** The ids that a single row of conditions has. */
  private static final String ONLY = "only";

  /** What can be added. */
  public enum Addition {
    CONDITION,
    EXCEPTION,
    DATES,
    WEEKDAYS,
    HOURS,
    AUDIENCE,
    POINTS_CEILING,
    TIMES_CEILING,
    BUDGET,
    FIRST_MEMBERS,
    CONTROL_GROUP,
    OUTCOME,
    MESSAGE,
    QUIET,
    EXCLUSION,
    PRIORITY,
    ANOTHER_WAY,
    RENEWAL,
    VALIDITY,
    DESCENT,
    GRACE,
    WARNING,
    ON_UPGRADE,
    ON_RENEWAL;

    /** Whether it is about an attribute, which is chosen first. */
    public boolean asksForAttribute() {
      return this == CONDITION || this == EXCEPTION;
    }
  }

  private final Tree tree;
  private final Pack pack;
  private final Speaker speaker;
  private final LocalDate today;

  private Additions(Tree tree, Pack pack, Speaker speaker, LocalDate today) {
    this.tree = tree;
    this.pack = pack;
    this.speaker = speaker;
    this.today = today;
  }

  /**
   * Of a pack as it is edited.
   *
   * @param today in the programme's zone: what begins, begins now
   */
  public static Additions of(Tree tree, Pack pack, Speaker speaker, LocalDate today) {
    return new Additions(tree, pack, speaker, today);
  }

  /** What can be added to the rule, campaign, tier or ladder at a place. */
  public List<Addition> at(String place) {
    List<String> keys =
        PackForms.at(tree, place).map(PackForms.Expected::form).orElse(null)
                instanceof Form.Parts(var all)
            ? all
            : List.of();
    List<Addition> found = new ArrayList<>();
    for (Addition each : Addition.values())
      if (keys.contains(key(each)) && isMissing(each, place) && !edits(each, place, "").isEmpty())
        found.add(each);
    return found;
  }

  /** What a condition that is added can look at. */
  public List<Option> attributes(String place) {
    boolean ofLines = text(place + "/per").equals("line");
    return new ConditionWords(pack, speaker).attributes(ofLines);
  }

  /** The part of an element in which an addition stands. */
  private static String key(Addition addition) {
    return switch (addition) {
      case CONDITION -> "when";
      case EXCEPTION -> "unless";
      case DATES -> "inForce";
      case WEEKDAYS, HOURS -> "schedule";
      case AUDIENCE -> "audience";
      case POINTS_CEILING, TIMES_CEILING -> "limits";
      case BUDGET -> "budget";
      case FIRST_MEMBERS -> "firstMembers";
      case CONTROL_GROUP -> "controlPercent";
      case OUTCOME, MESSAGE -> "then";
      case QUIET -> "quiet";
      case EXCLUSION -> "exclusion";
      case PRIORITY -> "priority";
      case ANOTHER_WAY -> "entry";
      case RENEWAL -> "renewal";
      case VALIDITY -> "validity";
      case DESCENT -> "descent";
      case GRACE -> "grace";
      case WARNING -> "warnings";
      case ON_UPGRADE -> "onUpgrade";
      case ON_RENEWAL -> "onRenewal";
    };
  }

  private boolean isMissing(Addition addition, String place) {
    return switch (addition) {
      // Of these there can be several.
      case CONDITION, EXCEPTION, TIMES_CEILING, OUTCOME, MESSAGE, WARNING -> true;
      // A message gives no points that could be limited.
      case POINTS_CEILING -> !place.startsWith("messages/");
      case WEEKDAYS -> !has(place + "/schedule/weekdays");
      case HOURS -> !has(place + "/schedule/hours");
      case ANOTHER_WAY -> has(place + "/entry");
      case RENEWAL, VALIDITY, DESCENT, GRACE ->
          !has(place + "/" + key(addition)) && (!isTier(place) || has(place + "/entry"));
      case DATES,
          AUDIENCE,
          BUDGET,
          FIRST_MEMBERS,
          CONTROL_GROUP,
          QUIET,
          EXCLUSION,
          PRIORITY,
          ON_UPGRADE,
          ON_RENEWAL ->
          !has(place + "/" + key(addition));
    };
  }

  private boolean isTier(String place) {
    return Trees.name(Trees.parent(place)).equals("tiers");
  }

  /**
   * The edits that add it.
   *
   * @param attribute the path that is asked about, of what asks for one
   * @return none where the pack lacks what it needs
   */
  public List<Edit> edits(Addition addition, String place, String attribute) {
    String at = place + "/" + key(addition);
    return switch (addition) {
      case CONDITION, EXCEPTION -> condition(at, attribute);
      case DATES -> set(at, Tree.branch().with("from", Tree.text(today.toString())));
      case WEEKDAYS ->
          set(at + "/weekdays", Tree.items(Tree.text("saturday"), Tree.text("sunday")));
      case HOURS ->
          set(
              at + "/hours",
              Tree.items(
                  Tree.branch().with("from", Tree.text("14:00")).with("to", Tree.text("17:00"))));
      case AUDIENCE -> first(Thing.SEGMENT, id -> set(at, Tree.items(Tree.text(id))));
      case POINTS_CEILING -> ceiling(at, "points", "100");
      case TIMES_CEILING -> ceiling(at, "times", "1");
      case BUDGET -> set(at, Tree.branch().with("points", Tree.number("100000")));
      case FIRST_MEMBERS -> set(at, Tree.number("1000"));
      case CONTROL_GROUP, PRIORITY -> set(at, Tree.number("10"));
      case OUTCOME, ON_UPGRADE, ON_RENEWAL -> points(at);
      case MESSAGE -> first(Thing.MESSAGE, message -> set(at, more(at, sends(message))));
      case QUIET ->
          set(at, Tree.branch().with("from", Tree.text("21:00")).with("to", Tree.text("08:00")));
      case EXCLUSION -> set(at, Tree.text(Trees.name(place)));
      case ANOTHER_WAY -> anotherWay(at);
      case RENEWAL -> renewal(place, at);
      case VALIDITY ->
          set(
              at,
              Tree.branch().with("type", Tree.text("for")).with("span", Tree.text("12 months")));
      case DESCENT -> set(at, Tree.text("one-down"));
      case GRACE -> set(at, Tree.text("30 days"));
      case WARNING -> first(Thing.MESSAGE, message -> warning(at, message));
    };
  }

  private static List<Edit> set(String place, Tree value) {
    return List.of(new Edit.Set(place, value));
  }

  private interface Making {
    List<Edit> of(String id);
  }

  private List<Edit> first(Thing thing, Making making) {
    return Things.of(pack, thing).stream().findFirst().map(making::of).orElse(List.of());
  }

  private List<Edit> condition(String rows, String attribute) {
    String path = attribute.isEmpty() ? "purchase.amount" : attribute;
    Tree asked = Tree.text(Feel.print(new ConditionWords(pack, speaker).first(path)));
    Optional<Tree> there = Trees.at(tree, rows);
    if (there.isEmpty()) return set(rows, asked);
    Tree.Branch all =
        there.get() instanceof Tree.Branch branch ? branch : Tree.branch().with(ONLY, there.get());
    String id = path.substring(path.lastIndexOf('.') + 1);
    String free = id;
    for (int number = 2; all.get(free).isPresent(); number++) free = id + number;
    return set(rows, all.with(free, asked));
  }

  private List<Edit> ceiling(String limits, String of, String most) {
    String id = free(limits, of);
    Tree.Branch limit =
        Tree.branch()
            .with("id", Tree.text(id))
            .with("of", Tree.text(of))
            .with("atMost", Tree.number(most));
    Optional<String> period = Things.of(pack, Thing.PERIOD).stream().findFirst();
    Tree.Branch over = period.map(p -> limit.with("over", Tree.text(p))).orElse(limit);
    return List.of(new Edit.Add(limits + "/" + id, over, Optional.empty()));
  }

  private List<Edit> warning(String warnings, String message) {
    String id = free(warnings, "warning");
    return List.of(
        new Edit.Add(
            warnings + "/" + id,
            Tree.branch()
                .with("id", Tree.text(id))
                .with("daysBefore", Tree.number("30"))
                .with("message", Tree.text(message)),
            Optional.empty()));
  }

  private String free(String list, String like) {
    String free = like;
    for (int number = 2; has(list + "/" + free); number++) free = like + number;
    return free;
  }

  /** Points of the first kind; to what is given already one more. */
  private List<Edit> points(String outcomes) {
    return first(
        Thing.POINT_KIND,
        kind -> {
          Tree given =
              Tree.branch()
                  .with("type", Tree.text("points"))
                  .with("kind", Tree.text(kind))
                  .with("points", Tree.number("50"));
          return set(outcomes, more(outcomes, given));
        });
  }

  private static Tree sends(String message) {
    return Tree.branch().with("type", Tree.text("send")).with("message", Tree.text(message));
  }

  /** What a list holds, and one more. */
  private Tree more(String list, Tree one) {
    List<Tree> all = new ArrayList<>();
    if (Trees.at(tree, list).orElse(null) instanceof Tree.Items(var items)) all.addAll(items);
    all.add(one);
    return new Tree.Items(all);
  }

  /** What is asked for, or so much of a metric: the first way stays as it is. */
  private List<Edit> anotherWay(String entry) {
    Optional<Tree> there = Trees.at(tree, entry);
    if (there.isEmpty()) return List.of();
    return first(
        Thing.METRIC,
        metric -> {
          boolean any = Families.word(there.get()).equals("any-of");
          String list = entry + "/of";
          List<Tree> ways = new ArrayList<>();
          if (any && Trees.at(tree, list).orElse(null) instanceof Tree.Items(var items))
            ways.addAll(items);
          else ways.add(there.get());
          String id = any ? free(list, "way") : freeOf(there.get());
          ways.add(reaches(id, metric));
          return any
              ? set(list, new Tree.Items(ways))
              : set(
                  entry,
                  Tree.branch()
                      .with("type", Tree.text("any-of"))
                      .with("id", Tree.text("ways"))
                      .with("of", new Tree.Items(ways)));
        });
  }

  private static String freeOf(Tree first) {
    return Tree.idOf(first).equals("way") ? "way2" : "way";
  }

  private List<Edit> renewal(String place, String at) {
    Optional<Tree> entry = Trees.at(tree, place + "/entry");
    // Most programmes ask for as much as to enter, or a little less: from there people go on.
    return entry.map(of -> set(at, of)).orElse(List.of());
  }

  private static Tree reaches(String id, String metric) {
    return Tree.branch()
        .with("type", Tree.text("reaches"))
        .with("id", Tree.text(id))
        .with("metric", Tree.text(metric))
        .with("atLeast", Tree.number("1000"));
  }

  private boolean has(String place) {
    return Trees.at(tree, place).isPresent();
  }

  private String text(String place) {
    return Trees.at(tree, place).orElse(null) instanceof Tree.Leaf(var _, var text) ? text : "";
  }

  /** The tree as it would be; for who shows beforehand what is added. */
  public Optional<Tree> after(Addition addition, String place, String attribute) {
    return Edits.applied(tree, edits(addition, place, attribute));
  }
}
