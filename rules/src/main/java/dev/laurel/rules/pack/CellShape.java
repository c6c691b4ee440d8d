package dev.laurel.rules.pack;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.RateTable.Cell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a rate table: the word {@code any}, a value, a list of values, or a map of {@code from}
 * and {@code below}. The one text "any" is written as a list.
 */
final class CellShape implements Shape.Special {
  private static final String ANY = "any";
  private static final Shape.Many VALUES = new Shape.Many(ValueShape.INSTANCE);

  @Override
  public @Nullable Object bind(Node node, Place at, Binder binder) {
    return switch (node) {
      case Node.Scalar scalar when scalar.text().equals(ANY) -> new Cell.Any();
      case Node.Sequence list -> {
        Object values = binder.bind(VALUES, list, at);
        yield values == null
            ? null
            : new Cell.OneOf(((List<?>) values).stream().map(Value.class::cast).toList());
      }
      case Node.Mapping map when !ValueShape.isText(map) -> binder.bind(between(), map, at);
      case Node.Scalar scalar -> one(scalar, at, binder);
      case Node.Mapping text -> one(text, at, binder);
    };
  }

  private static @Nullable Object one(Node node, Place at, Binder binder) {
    Object value = binder.bind(ValueShape.INSTANCE, node, at);
    return value == null ? null : new Cell.OneOf(List.of((Value) value));
  }

  private static Shape.Fields between() {
    return Shapes.ofRecord(Cell.Between.class);
  }

  @Override
  public Node describe(Object value) {
    return switch ((Cell) value) {
      case Cell.Any() -> Node.text(ANY);
      case Cell.Between range -> Describer.describe(between(), range);
      case Cell.OneOf(var values) ->
          values.size() == 1 && !values.getFirst().equals(Value.of(ANY))
              ? ValueShape.INSTANCE.describe(values.getFirst())
              : Describer.describe(VALUES, values);
    };
  }

  @Override
  public String name() {
    return "RateTable.Cell";
  }

  @Override
  public Node.Mapping schema(Shape.Referring referring) {
    return Schemas.oneOf(
        referring.to(ValueShape.INSTANCE), referring.to(VALUES), referring.to(between()));
  }
}
