package dev.laurel.rules.pack;

import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Range;
import dev.laurel.rules.language.Refers;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells what may stand at a place of a pack, by the records of the language. Stateless and
 * thread-safe.
 */
public final class PackForms {
  /** The components of records by their names, since each look at them makes new ones. */
  private static final ClassValue<Map<String, RecordComponent>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected Map<String, RecordComponent> computeValue(Class<?> type) {
          Map<String, RecordComponent> byName = new TreeMap<>();
          for (RecordComponent each : type.getRecordComponents()) byName.put(each.getName(), each);
          return byName;
        }
      };

  private PackForms() {}

  /**
   * What is expected at a place.
   *
   * @param mayBeLeftOut whether the pack can do without it, other than by a default
   * @param usual what it is where the pack does not say it; empty where it must be said, or is
   *     nothing then
   * @param family the place of the closed family whose word stands right above it, such as {@code
   *     ladders/main/validity} for {@code ladders/main/validity/span}
   */
  public record Expected(
      Form form, boolean mayBeLeftOut, Optional<Tree> usual, Optional<String> family) {}

  /** A shape on the way to a place, with the component that holds it. */
  private record Step(
      Shape shape, Optional<RecordComponent> held, boolean optional, Optional<Tree> usual) {
    Step(Shape shape, Optional<RecordComponent> held, boolean optional) {
      this(shape, held, optional, Optional.empty());
    }
  }

  /**
   * What may stand at a place.
   *
   * @param tree what stands around it decides: of a closed family, which keys there are
   * @return empty where nothing can
   */
  public static Optional<Expected> at(Tree tree, String place) {
    Step now = new Step(Shapes.of(Pack.class), Optional.empty(), false);
    Optional<String> family = Optional.empty();
    String at = "";
    if (place.isEmpty()) return Optional.empty();
    for (String name : place.split("/", -1)) {
      Optional<Step> next = into(now, Trees.at(tree, at), name);
      if (next.isEmpty()) return Optional.empty();
      family = now.shape() instanceof Shape.Variants ? Optional.of(at) : Optional.empty();
      at = at.isEmpty() ? name : at + "/" + name;
      now = next.get();
    }
    return Optional.of(new Expected(form(now), now.optional(), now.usual(), family));
  }

  private static Optional<Step> into(Step step, Optional<Tree> tree, String name) {
    return switch (step.shape()) {
      case Shape.Fields fields -> field(fields, name);
      case Shape.Variants variants ->
          tree.map(PackForms::word)
              .flatMap(word -> Optional.ofNullable(variants.byWord().get(word)))
              .flatMap(fields -> field(fields, name));
      case Shape.Many many -> Optional.of(new Step(many.of(), step.held(), true));
      case Shape.ByKey byKey -> Optional.of(new Step(byKey.of(), step.held(), true));
      case RowsShape rows -> step.held().map(_ -> new Step(rows, Optional.empty(), true));
      case Shape.Maybe maybe ->
          into(new Step(maybe.of(), step.held(), step.optional()), tree, name);
      case Shape.Leaf _, Shape.Special _ -> Optional.empty();
    };
  }

  private static Optional<Step> field(Shape.Fields fields, String name) {
    Optional<RecordComponent> component =
        Optional.ofNullable(COMPONENTS.get(fields.type()).get(name));
    return fields.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .map(field -> {
          Shape shape = field.shape() instanceof Shape.Maybe(var of) ? of : field.shape();
          boolean mayGo = mayGo(field.shape());
          Optional<Tree> usual =
              mayGo
                  ? Optional.empty()
                  : field.absent().map(of -> PackTree.tree(Describer.describe(shape, of)));
          return new Step(shape, component, mayGo, usual);
        });
  }

  /** What is a default counts as there: it can be another one, but not nothing. */
  private static boolean mayGo(Shape shape) {
    return switch (shape) {
      case Shape.Maybe _, Shape.Many _, Shape.ByKey _, RowsShape _ -> true;
      case Shape.Leaf _, Shape.Fields _, Shape.Variants _, Shape.Special _ -> false;
    };
  }

  /** The word of a variant, however it is written. */
  private static String word(Tree tree) {
    return switch (tree) {
      case Tree.Leaf(var _, var text) -> text;
      case Tree.Branch branch ->
          branch.get(Shape.Variants.KEY).orElse(null) instanceof Tree.Leaf(var _, var text)
              ? text
              : "";
      case Tree.Items _ -> "";
    };
  }

  private static Form form(Step step) {
    return switch (step.shape()) {
      case Shape.Leaf leaf -> leaf(leaf, step.held());
      case Shape.Maybe maybe -> form(new Step(maybe.of(), step.held(), step.optional()));
      case Shape.Many many -> new Form.Several(form(new Step(many.of(), step.held(), true)));
      case Shape.ByKey _ -> new Form.Parts(List.of());
      case Shape.Fields fields ->
          new Form.Parts(fields.fields().stream().map(Shape.Field::name).toList());
      case Shape.Variants variants -> family(variants);
      // Of rows and of each of them the shape is one; only rows are held by a component.
      case RowsShape _ -> step.held().isPresent() ? new Form.Rows() : new Form.Asked();
      case WordsShape _ -> new Form.Told();
      case CellShape _ -> new Form.Cell();
      case Shape.Special _ -> new Form.Datum();
    };
  }

  private static Form family(Shape.Variants variants) {
    Map<String, List<String>> needs = new TreeMap<>();
    variants
        .byWord()
        .forEach((word, fields) ->
            needs.put(
                word,
                fields.fields().stream()
                    .filter(field -> field.absent().isEmpty())
                    .map(Shape.Field::name)
                    .toList()));
    return new Form.Family(needs);
  }

  private static Form leaf(Shape.Leaf leaf, Optional<RecordComponent> held) {
    if (leaf.equals(Leaves.TRUTH)) return new Form.Truth();
    if (leaf.equals(Leaves.SPAN)) return new Form.Length();
    if (leaf.equals(Leaves.DATE)) return new Form.Day();
    if (leaf.equals(Leaves.TIME)) return new Form.TimeOfDay();
    if (leaf.equals(Leaves.MONTH_DAY)) return new Form.DayOfYear();
    if (leaf.kind() == Node.Kind.NUMBER) return number(held);
    Optional<Refers> refers = held.map(component -> component.getAnnotation(Refers.class));
    if (refers.isPresent()) return new Form.Reference(List.of(refers.get().value()));
    List<String> words = words(leaf);
    return words.isEmpty() ? new Form.Plain() : new Form.Choice(words);
  }

  private static Form number(Optional<RecordComponent> held) {
    Optional<Range> range = held.map(component -> component.getAnnotation(Range.class));
    BigDecimal least = new BigDecimal(range.map(Range::min).orElse("-1000000000000"));
    BigDecimal most = new BigDecimal(range.map(Range::max).orElse("1000000000000"));
    int decimals = held.filter(of -> of.getType() != BigDecimal.class).isPresent() ? 0 : 6;
    return new Form.Digits(least, most, range.map(Range::decimals).orElse(decimals));
  }

  /** The words of which it takes one, as its schema lists them; none where it takes any text. */
  private static List<String> words(Shape.Leaf leaf) {
    if (!(leaf.schema().get("enum") instanceof Node.Sequence all)) return List.of();
    List<String> words = new ArrayList<>();
    for (Node each : all.items()) if (each instanceof Node.Scalar word) words.add(word.text());
    return words;
  }
}
