package dev.laurel.engine.rulebase;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;

import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Feel;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.vocabulary.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.Environment;
import org.kie.api.runtime.KieSession;

/**
 * The rules of one revision, ready to be asked which of them apply. Immutable and thread-safe; each
 * decision opens a {@link Session} of its own.
 *
 * @see <a href="../../../../../../../docs/decisions/020-drools-behind-one-room.md">020</a>
 */
public final class RuleBase {
  /** What a rule looks at. */
  public enum Target {
    /** The event as a whole. */
    EVENT,
    /** Each line of a purchase. */
    LINE,
    /** Where the member stands after the event, or at a review. */
    STANDING,
    /** The member alone, to tell the segments. */
    MEMBER
  }

  /** One row of a rule. */
  public record Row(String id, Condition condition) {}

  /**
   * What is made into a Drools rule.
   *
   * @param id unique in the rule base
   * @param trigger the type of event that it answers to; empty for a standing
   * @param inForce its term and schedule, as conditions of the event's time; all must be met
   * @param when all must be met
   * @param unless none may be met
   */
  public record Rule(
      String id,
      Target target,
      Optional<String> trigger,
      List<Row> inForce,
      List<Row> when,
      List<Row> unless) {}

  /** A rule that applied, by its index; {@code line} is the line's index, or -1. */
  public record Hit(int rule, int line) implements Comparable<Hit> {
    @Override
    public int compareTo(Hit other) {
      int byRule = Integer.compare(rule, other.rule);
      return byRule != 0 ? byRule : Integer.compare(line, other.line);
    }
  }

  private static final String TYPE = "event.type";
  private static final int NO_LINE = -1;

  private final List<Rule> rules;
  private final Layout layout;
  private final Blocks blocks;
  private final KieBase kieBase;

  /** Holds nothing and is never written to; without it each session would make one of its own. */
  private final Environment environment = KieServices.get().newEnvironment();

  private RuleBase(List<Rule> rules, Layout layout) {
    this.rules = List.copyOf(rules);
    this.layout = layout;
    this.blocks = new Blocks(this.rules, layout);
    Meanings meanings = new Meanings(layout);
    List<org.drools.model.Rule> made = new ArrayList<>(rules.size());
    for (int i = 0; i < rules.size(); i++) made.add(make(i, rules.get(i), meanings));
    this.kieBase = KieBases.of(made);
  }

  /**
   * Builds the rule base.
   *
   * @param layout must have a slot for every operand of the rules, and for {@code event.type}
   * @throws IllegalArgumentException when a rule looks at what the layout does not have
   */
  public static RuleBase of(List<Rule> rules, Layout layout) {
    return new RuleBase(rules, layout);
  }

  public Layout layout() {
    return layout;
  }

  public int size() {
    return rules.size();
  }

  public Rule rule(int index) {
    return rules.get(index);
  }

  /** Opens a session for one decision; close it after use. Not thread-safe. */
  public Session open() {
    return new Session(this);
  }

  /** Whether the rule's term and schedule hold; its rows that do not, else none. */
  public List<Unmet> notInForce(int rule, Facts facts) {
    Reasons reasons = new Reasons(layout);
    List<Unmet> found = new ArrayList<>();
    for (Row row : rules.get(rule).inForce())
      found.addAll(reasons.unmet(row.id(), row.condition(), facts));
    return found;
  }

  /** The rows of the rule that were not met and the exceptions that were; none where it applies. */
  public List<Unmet> unmet(int rule, Facts facts) {
    Reasons reasons = new Reasons(layout);
    Meanings meanings = new Meanings(layout);
    List<Unmet> found = new ArrayList<>();
    for (Row row : rules.get(rule).when())
      found.addAll(reasons.unmet(row.id(), row.condition(), facts));
    for (Row row : rules.get(rule).unless())
      if (meanings.of(row.condition()).met(facts))
        found.add(reasons.met(row.id(), row.condition(), facts));
    return found;
  }

  /** One decision's session with Drools. Not thread-safe. */
  public static final class Session implements AutoCloseable, Blocks.Taker {
    private final RuleBase base;
    private final List<Hit> hits = new ArrayList<>();

    /** Of which blocks are told. */
    private @Nullable Facts facts;

    private int line = NO_LINE;

    /** Opened once there is anything that a rule could apply to. */
    private @Nullable KieSession session;

    private Session(RuleBase base) {
      this.base = base;
    }

    /** Which rules apply to an event and its lines, in the order of rule and line. */
    public List<Hit> event(Facts event, List<Facts> lines) {
      if (base.blocks.leavesOut(Target.EVENT)) insert(new EventFact(event, hits));
      left(Target.EVENT, event);
      if (!lines.isEmpty()) lines(event, lines);
      return fire();
    }

    private void lines(Facts event, List<Facts> lines) {
      boolean others = base.blocks.leavesOut(Target.LINE);
      Blocks.OfLines ofLines = base.blocks.ofLines(event);
      for (int i = 0; i < lines.size(); i++) {
        facts = lines.get(i);
        line = i;
        if (others) insert(new LineFact(facts, line, hits));
        if (ofLines != null) ofLines.left(facts, this);
      }
    }

    /** Which tier rules apply to a standing, in their order. */
    public List<Hit> standing(Facts standing) {
      if (base.blocks.leavesOut(Target.STANDING)) insert(new StandingFact(standing, hits));
      left(Target.STANDING, standing);
      return fire();
    }

    /** Which segments a member belongs to, of those that ask for no other, in their order. */
    public List<Hit> member(Facts member) {
      if (base.blocks.leavesOut(Target.MEMBER)) insert(new MemberFact(member, hits));
      left(Target.MEMBER, member);
      return fire();
    }

    private void left(Target target, Facts of) {
      facts = of;
      line = NO_LINE;
      base.blocks.left(target, of, this);
    }

    @Override
    public void take(int block, int bits) {
      insert(new BlockFact(block, bits, Objects.requireNonNull(facts), line, hits));
    }

    private void insert(Fact fact) {
      if (session == null) session = base.kieBase.newKieSession(null, base.environment);
      session.insert(fact);
    }

    private List<Hit> fire() {
      if (session == null) return List.of();
      session.fireAllRules();
      hits.sort(null);
      List<Hit> found = List.copyOf(hits);
      hits.clear();
      return found;
    }

    @Override
    public void close() {
      if (session != null) session.dispose();
    }
  }

  /** What is inserted; each kind is a class of its own, since Drools tells patterns by class. */
  sealed interface Fact {
    Facts facts();

    List<Hit> hits();

    default int line() {
      return NO_LINE;
    }
  }

  record EventFact(Facts facts, List<Hit> hits) implements Fact {}

  record LineFact(Facts facts, int line, List<Hit> hits) implements Fact {}

  record StandingFact(Facts facts, List<Hit> hits) implements Fact {}

  record MemberFact(Facts facts, List<Hit> hits) implements Fact {}

  /** Facts, and which rules of a block they leave. */
  record BlockFact(int block, int bits, Facts facts, int line, List<Hit> hits) implements Fact {}

  private org.drools.model.Rule make(int index, Rule rule, Meanings meanings) {
    Blocks.Place place = blocks.place(index);
    if (place != null) {
      Variable<BlockFact> fact = declarationOf(BlockFact.class);
      return make(index, rule, fact, left(pattern(fact), place), meanings);
    }
    return switch (rule.target()) {
      case EVENT -> make(index, rule, EventFact.class, meanings);
      case LINE -> make(index, rule, LineFact.class, meanings);
      case STANDING -> make(index, rule, StandingFact.class, meanings);
      case MEMBER -> make(index, rule, MemberFact.class, meanings);
    };
  }

  private <F extends Fact> org.drools.model.Rule make(
      int index, Rule rule, Class<F> type, Meanings meanings) {
    Variable<F> fact = declarationOf(type);
    return make(index, rule, fact, pattern(fact), meanings);
  }

  private <F extends Fact> org.drools.model.Rule make(
      int index, Rule rule, Variable<F> fact, PatternDef<F> pattern, Meanings meanings) {
    return PatternDSL.rule(rule.id())
        .build(
            constrained(pattern, rule, meanings),
            on(fact).execute(f -> f.hits().add(new Hit(index, f.line()))));
  }

  private static PatternDef<BlockFact> left(PatternDef<BlockFact> pattern, Blocks.Place place) {
    int mask = 1 << place.bit();
    return pattern
        .expr(
            "block " + place.block(),
            f -> f.block() == place.block(),
            alphaIndexedBy(Integer.class, ConstraintType.EQUAL, 0, BlockFact::block, place.block()))
        .expr("bit " + place.bit(), f -> (f.bits() & mask) != 0);
  }

  private <F extends Fact> PatternDef<F> constrained(
      PatternDef<F> pattern, Rule rule, Meanings meanings) {
    PatternDef<F> all = pattern;
    if (rule.trigger().isPresent()) {
      int slot = layout.slot(TYPE);
      all = text(all, TYPE + " = " + rule.trigger().get(), slot, rule.trigger().get());
    }
    for (Row row : rule.inForce()) all = required(all, row.condition(), meanings);
    for (Row row : rule.when()) all = required(all, row.condition(), meanings);
    for (Row row : rule.unless()) {
      Meaning meaning = meanings.of(row.condition());
      all = all.expr("unless " + Feel.print(row.condition()), f -> !meaning.met(f.facts()));
    }
    return all;
  }

  /** A constraint per part of an "and", so that rules share and index what they have in common. */
  private <F extends Fact> PatternDef<F> required(
      PatternDef<F> pattern, Condition condition, Meanings meanings) {
    if (condition instanceof Condition.All(var parts)) {
      PatternDef<F> all = pattern;
      for (Condition part : parts) all = required(all, part, meanings);
      return all;
    }
    String id = Feel.print(condition);
    if (condition
            instanceof Condition.Comparison(Operand.Attribute(var path), var comparator, var bound)
        && comparator != Comparator.NOT_EQUAL) {
      int slot = layout.slot(path);
      Word word = layout.word(slot);
      return word.type() == Word.Type.TEXT
          ? text(pattern, id, slot, ((Value.Text) bound).text())
          : number(pattern, id, slot, comparator, layout.encode(word, bound));
    }
    Meaning meaning = meanings.of(condition);
    return pattern.expr(id, f -> meaning.met(f.facts()));
  }

  private <F extends Fact> PatternDef<F> text(
      PatternDef<F> pattern, String id, int slot, String asked) {
    Object same = layout.asked(asked);
    return pattern.expr(
        id,
        same == null ? f -> asked.equals(f.facts().text(slot)) : f -> f.facts().text(slot) == same,
        alphaIndexedBy(Object.class, ConstraintType.EQUAL, slot, f -> f.facts().text(slot), asked));
  }

  private static <F extends Fact> PatternDef<F> number(
      PatternDef<F> pattern, String id, int slot, Comparator comparator, long asked) {
    return pattern.expr(
        id,
        f -> {
          long actual = f.facts().number(slot);
          return actual != Facts.MISSING && comparator.accepts(Long.compare(actual, asked));
        },
        alphaIndexedBy(
            Long.class, constraint(comparator), slot, f -> f.facts().boxed(slot), asked));
  }

  private static ConstraintType constraint(Comparator comparator) {
    return switch (comparator) {
      case EQUAL -> ConstraintType.EQUAL;
      case NOT_EQUAL -> ConstraintType.NOT_EQUAL;
      case LESS -> ConstraintType.LESS_THAN;
      case AT_MOST -> ConstraintType.LESS_OR_EQUAL;
      case GREATER -> ConstraintType.GREATER_THAN;
      case AT_LEAST -> ConstraintType.GREATER_OR_EQUAL;
    };
  }
}
