package dev.laurel.rules.pack;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Feel;
import dev.laurel.rules.condition.FeelException;
import dev.laurel.rules.condition.FeelFault;
import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Thing;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Condition rows: one expression, or a map from id to expression. */
final class RowsShape implements Shape.Special {
  private static final Leaf ID = Leaves.id(Thing.ROW);
  private static final String ADVICE = "an expression, or a map from id to expression";

  @Override
  public @Nullable Object bind(Node node, Place at, Binder binder) {
    return switch (node) {
      case Node.Scalar scalar -> {
        Condition condition = condition(scalar, at, binder);
        yield condition == null ? null : Rows.of(condition);
      }
      case Node.Mapping map -> {
        Map<String, Condition> byId = new LinkedHashMap<>();
        for (Node.Entry entry : map.entries()) {
          Place place = at.of(entry.key().text());
          Object id = binder.read(ID, entry.key(), place);
          Object text = binder.bind(Leaves.TEXT, entry.value(), place);
          Condition condition = text == null ? null : condition(entry.value(), place, binder);
          if (id != null && condition != null) byId.put((String) id, condition);
        }
        yield byId.size() == map.entries().size() ? new Rows(byId) : null;
      }
      case Node.Sequence ignored -> binder.wrongKind(node, at, ADVICE);
    };
  }

  private static @Nullable Condition condition(Node node, Place at, Binder binder) {
    if (!(node instanceof Node.Scalar scalar) || scalar.kind() != Node.Kind.TEXT) {
      binder.wrongKind(node, at, ADVICE);
      return null;
    }
    try {
      return Feel.parse(scalar.text());
    } catch (FeelException e) {
      for (FeelFault fault : e.faults()) report(fault, scalar, at, binder);
      return null;
    }
  }

  /** Points at the very character where the text stands in the file letter by letter. */
  private static void report(FeelFault fault, Node.Scalar scalar, Place at, Binder binder) {
    int into =
        scalar.inset() < 0 ? 0 : scalar.inset() + scalar.text().codePointCount(0, fault.offset());
    binder
        .report()
        .fault(
            "bad-expression",
            scalar.line(),
            scalar.column() + into,
            at,
            fault.text().isEmpty() ? scalar.text() : fault.text(),
            fault.message(),
            fault.remedy());
  }

  @Override
  public Node describe(Object value) {
    Map<String, Condition> byId = ((Rows) value).byId();
    Condition only = byId.get(Rows.ONLY);
    if (byId.size() == 1 && only != null) return Node.text(Feel.print(only));
    Node.Builder map = Node.map();
    byId.forEach((id, condition) -> map.put(id, Node.text(Feel.print(condition))));
    return map.node();
  }

  @Override
  public String name() {
    return "Rows";
  }

  @Override
  public Node.Mapping schema(Shape.Referring referring) {
    return Schemas.oneOf(
        Leaves.TEXT.schema(),
        Node.map()
            .put("type", Node.text("object"))
            .put(
                "patternProperties",
                Node.map().put(Thing.ROW.pattern(), Leaves.TEXT.schema()).node())
            .put("additionalProperties", Node.truth(false))
            .node());
  }
}
