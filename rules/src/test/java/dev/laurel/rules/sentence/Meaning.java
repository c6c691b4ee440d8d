package dev.laurel.rules.sentence;

import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Base;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Declares;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Tier;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Text;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an element means, so that two of equal meaning are equal. The only differences that it
 * overlooks are those that package-info says are not spoken.
 */
final class Meaning {
  private static final Type OPTIONAL_BASE =
      Reflected.components(Outcome.PerAmount.class)[3].getGenericType();

  private final String language;

  /**
   * @param language the one that is spoken; texts in others change nothing
   */
  Meaning(Language language) {
    this.language = language.tag();
  }

  Object of(Object value) {
    return switch (value) {
      case BigDecimal number ->
          number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
      case Text text -> text.in(language);
      case Rows rows -> rows(rows, true);
      case Condition condition -> condition(condition);
      case Ladder ladder -> ladder(ladder);
      case RateTable table -> table(table);
      case Optional<?> optional -> optional.<Object>map(this::of).orElse("absent");
      case List<?> list -> list.stream().map(this::of).toList();
      case Map<?, ?> map -> {
        Map<Object, Object> meanings = new LinkedHashMap<>();
        map.forEach((key, part) -> meanings.put(key, of(part)));
        yield meanings;
      }
      case Record record -> record(record);
      default -> value;
    };
  }

  private Object record(Record record) {
    List<Object> parts = new ArrayList<>();
    parts.add(record.getClass().getName());
    for (RecordComponent component : Reflected.components(record.getClass()))
      if (!component.isAnnotationPresent(Declares.class))
        parts.add(component(record, component, Reflected.part(record, component)));
    return parts;
  }

  private Object component(Record record, RecordComponent component, Object part) {
    if (part instanceof Optional<?> && component.getGenericType().equals(OPTIONAL_BASE))
      return of(((Optional<?>) part).map(base -> (Base) base).orElse(Base.USUAL));
    if (part instanceof Optional<?> optional
        && optional.orElse(null) instanceof EarningRule.Term term
        && term.from().isEmpty()
        && term.to().isEmpty()) return "absent";
    if (part instanceof Rows rows) return rows(rows, !component.getName().equals("unless"));
    if (record instanceof Benefit.Entitlement entitlement
        && entitlement.validFor().isEmpty()
        && component.getName().equals("edge")) return "for ever";
    return of(part);
  }

  /**
   * A table whose rows say what they ask of which operand; a cell that asks nothing says nothing.
   */
  private Object table(RateTable table) {
    List<Object> rows = new ArrayList<>();
    for (RateTable.Row row : table.rows()) {
      List<Object> asked = new ArrayList<>();
      for (int i = 0; i < row.cells().size(); i++)
        if (!(row.cells().get(i) instanceof RateTable.Cell.Any))
          asked.add(
              List.of(
                  i < table.columns().size() ? table.columns().get(i).operand() : i,
                  of(row.cells().get(i))));
      rows.add(List.of(asked, of(row.gives())));
    }
    return List.of(of(table.title()), table.gives(), of(table.columns()), rows);
  }

  private Object rows(Rows rows, boolean all) {
    List<Condition> conditions = new ArrayList<>(rows.byId().values());
    if (conditions.size() == 1) {
      if (all && conditions.getFirst() instanceof Condition.All(List<Condition> parts))
        conditions = parts;
      if (!all && conditions.getFirst() instanceof Condition.Any(List<Condition> parts))
        conditions = parts;
    }
    return List.of(all ? "all of" : "any of", of(conditions));
  }

  private Object condition(Condition condition) {
    return switch (condition) {
      case Condition.Not(Condition.Comparison(var operand, var comparator, var bound)) ->
          condition(new Condition.Comparison(operand, comparator.opposite(), bound));
      case Condition.Comparison(var operand, var comparator, Value.Truth(boolean truth))
          when comparator == Comparator.NOT_EQUAL ->
          record(new Condition.Comparison(operand, Comparator.EQUAL, new Value.Truth(!truth)));
      case Condition.OneOf(var operand, var values) when values.size() == 1 ->
          condition(new Condition.Comparison(operand, Comparator.EQUAL, values.getFirst()));
      default -> record((Record) condition);
    };
  }

  /** A ladder whose tiers say themselves what they take over from it. */
  private Object ladder(Ladder ladder) {
    List<Tier> tiers = ladder.tiers().stream().map(tier -> whole(ladder, tier)).toList();
    Object[] parts = Reflected.parts(ladder);
    for (int i = 0; i < parts.length; i++) if (parts[i] == ladder.tiers()) parts[i] = tiers;
    return record((Record) Reflected.made(Ladder.class, parts).orElseThrow());
  }

  static Tier whole(Ladder ladder, Tier tier) {
    return new Tier(
        tier.id(),
        tier.title(),
        tier.entry(),
        tier.renewal(),
        tier.validity().or(() -> Optional.of(ladder.validity())),
        tier.descent().or(() -> Optional.of(ladder.descent())),
        tier.grace().or(ladder::grace),
        tier.byInvitation(),
        tier.extension(),
        tier.warnings(),
        tier.onUpgrade(),
        tier.onRenewal(),
        tier.headStarts(),
        tier.milestones(),
        tier.matches());
  }
}
