package dev.laurel.rules.oracle;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Condition.All;
import dev.laurel.rules.condition.Condition.Any;
import dev.laurel.rules.condition.Condition.AtLeast;
import dev.laurel.rules.condition.Condition.Comparison;
import dev.laurel.rules.condition.Condition.EveryLine;
import dev.laurel.rules.condition.Condition.Holds;
import dev.laurel.rules.condition.Condition.Not;
import dev.laurel.rules.condition.Condition.OneOf;
import dev.laurel.rules.condition.Condition.Present;
import dev.laurel.rules.condition.Condition.SomeLine;
import dev.laurel.rules.condition.Condition.Within;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Operand.Attribute;
import dev.laurel.rules.condition.Operand.LineCount;
import dev.laurel.rules.condition.Operand.LineSum;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.oracle.Subject.Type;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random conditions that make sense: every fact is compared in the ways of its type, with values
 * near which {@link RandomFacts} lie.
 *
 * <p>Drawn by hand and not put together from jqwik's arbitraries, because jqwik hashes these, which
 * takes exponential time for trees.
 */
public final class RandomConditions {
  private static final int MOST_PARTS = 3;

  /** How deep conditions nest, besides what is asked of lines. */
  private static final int DEPTH = 3;

  private static final int DEPTH_OF_LINES = 1;

  private static final List<Form> JOINS = List.of(Form.ALL, Form.ANY, Form.NOT, Form.AT_LEAST);
  private static final List<Form> ABOUT_LINES =
      List.of(Form.SOME_LINE, Form.EVERY_LINE, Form.LINE_COUNT, Form.LINE_SUM);
  private static final Subject COUNT = Subject.number("purchase.lines", "1", "1", "2", "3");

  private final List<Subject> subjects;
  private final List<Subject> ofLines;
  private final Set<Form> forms;

  private RandomConditions(List<Subject> subjects, List<Subject> ofLines, Set<Form> forms) {
    this.subjects = subjects;
    this.ofLines = ofLines;
    this.forms = forms;
  }

  /**
   * Conditions of the forms only.
   *
   * @param subjects what is asked for, at least one
   * @param ofLines what is asked of lines, their paths beginning with {@code line.}; where it is
   *     empty no condition asks for lines
   * @param forms such that every subject, of lines too, can be compared in one of them
   */
  public static Arbitrary<Condition> of(
      List<Subject> subjects, List<Subject> ofLines, Set<Form> forms) {
    RandomConditions conditions = new RandomConditions(subjects, ofLines, forms);
    return trees(conditions::leaf, DEPTH, forms);
  }

  /** Conditions of every form. */
  public static Arbitrary<Condition> of(List<Subject> subjects, List<Subject> ofLines) {
    return of(subjects, ofLines, EnumSet.allOf(Form.class));
  }

  /** One condition of any form, at most so many joins deep besides what is asked of lines. */
  public static Condition draw(
      Random random, List<Subject> subjects, List<Subject> ofLines, int depth) {
    Set<Form> forms = EnumSet.allOf(Form.class);
    return tree(random, new RandomConditions(subjects, ofLines, forms)::leaf, depth, forms);
  }

  /** Conditions put together from the leaves by and, or, not and counting. */
  public static Arbitrary<Condition> trees(
      Function<Random, Condition> leaves, int depth, Set<Form> forms) {
    return Arbitraries.fromGenerator(
        random -> new ShrinkableCondition(tree(random, leaves, depth, forms)));
  }

  /** One condition, at most so many joins deep. */
  public static Condition tree(
      Random random, Function<Random, Condition> leaves, int depth, Set<Form> forms) {
    List<Form> joins = JOINS.stream().filter(forms::contains).toList();
    int join = depth == 0 ? joins.size() : random.nextInt(joins.size() + 1);
    if (join == joins.size()) return leaves.apply(random);
    if (joins.get(join) == Form.NOT) return new Not(tree(random, leaves, depth - 1, forms));
    List<Condition> parts = several(random, 2, () -> tree(random, leaves, depth - 1, forms));
    return switch (joins.get(join)) {
      case ALL -> new All(parts);
      case ANY -> new Any(parts);
      default -> new AtLeast(1 + random.nextInt(parts.size()), parts);
    };
  }

  private Condition leaf(Random random) {
    List<Form> aboutLines =
        ofLines.isEmpty() ? List.of() : ABOUT_LINES.stream().filter(forms::contains).toList();
    // Lines are asked as often as all other facts together, or they would hardly occur.
    if (aboutLines.isEmpty() || random.nextBoolean()) return compared(random, subjects);
    return aboutLines(random, pick(random, aboutLines));
  }

  private Condition aboutLines(Random random, Form form) {
    Condition where = tree(random, deeper -> compared(deeper, ofLines), DEPTH_OF_LINES, forms);
    if (form == Form.SOME_LINE) return new SomeLine(where);
    if (form == Form.EVERY_LINE) return new EveryLine(where);
    Optional<Condition> filter = random.nextInt(4) == 0 ? Optional.empty() : Optional.of(where);
    if (form == Form.LINE_COUNT) return compared(random, new LineCount(filter), COUNT);
    Subject subject = pick(random, ofLines.stream().filter(s -> s.type() == Type.NUMBER).toList());
    String attribute = subject.path().substring("line.".length());
    return compared(random, new LineSum(attribute, filter), subject);
  }

  private Condition compared(Random random, List<Subject> about) {
    Subject subject = pick(random, about);
    return compared(random, new Attribute(subject.path()), subject);
  }

  /** One of the comparisons that make sense for a fact of this type. */
  private Condition compared(Random random, Operand operand, Subject subject) {
    Supplier<Value> value = () -> pick(random, subject.thresholds());
    List<Form> known = subject.type().forms().stream().filter(forms::contains).toList();
    Form form = pick(random, known);
    return switch (form) {
      case PRESENT -> new Present(operand);
      case HOLDS -> new Holds(operand, value.get());
      case ONE_OF -> new OneOf(operand, several(random, 1, value));
      case WITHIN ->
          new Within(operand, value.get(), random.nextBoolean(), value.get(), random.nextBoolean());
      default -> new Comparison(operand, form.comparator(), value.get());
    };
  }

  private static <T> List<T> several(Random random, int least, Supplier<T> each) {
    int size = least + random.nextInt(MOST_PARTS - least + 1);
    return Stream.generate(each).limit(size).toList();
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
