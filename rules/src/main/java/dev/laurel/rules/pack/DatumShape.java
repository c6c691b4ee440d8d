package dev.laurel.rules.pack;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Datum;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an attribute holds: a value, or a list of texts. */
final class DatumShape implements Shape.Special {
  private static final Shape.Many TEXTS = new Shape.Many(Leaves.TEXT);

  @Override
  public @Nullable Object bind(Node node, Place at, Binder binder) {
    if (node instanceof Node.Sequence) {
      Object texts = binder.bind(TEXTS, node, at);
      return texts == null
          ? null
          : new Datum.Several(((List<?>) texts).stream().map(String.class::cast).toList());
    }
    Object value = binder.bind(ValueShape.INSTANCE, node, at);
    return value == null ? null : new Datum.One((Value) value);
  }

  @Override
  public Node describe(Object value) {
    return switch ((Datum) value) {
      case Datum.One(var one) -> ValueShape.INSTANCE.describe(one);
      case Datum.Several(var texts) -> Node.texts(texts);
    };
  }

  @Override
  public String name() {
    return "Datum";
  }

  @Override
  public Node.Mapping schema(Shape.Referring referring) {
    return Schemas.oneOf(referring.to(ValueShape.INSTANCE), referring.to(TEXTS));
  }
}
