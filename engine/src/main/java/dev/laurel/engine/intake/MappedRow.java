package dev.laurel.engine.intake;

import dev.laurel.engine.event.AttributeTerms.Carrier;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.language.Datum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row that is taken, as far as it could be read; what its faults leave open is 0 or absent.
 *
 * @param values of the columns that are used
 * @param returned whether it is a return
 * @param amount in minor units, 0 or more
 * @param quantity in millionths, 0 or more
 * @param purchase attributes of the purchase
 * @param product attributes of the line
 * @param faults what is wrong with it; may be added to
 */
record MappedRow(
    long line,
    String[] values,
    boolean returned,
    long amount,
    long quantity,
    Map<String, Datum> purchase,
    Map<String, Datum> product,
    Faults faults) {

  Map<String, Datum> attributes(Carrier carrier) {
    return carrier == Carrier.LINE ? product : purchase;
  }

  /** Reads rows as a plan says. Immutable and thread-safe. */
  record Reading(MappingPlan plan, EventTerms terms) {
    MappedRow read(long line, String[] values, Faults faults) {
      boolean returned = plan.returns().isPresent() && plan.returns().get().isMet(values);
      long amount =
          number(plan.amount(), values, returned, faults)
              .map(this::rounded)
              .flatMap(number -> terms.money(number, plan.amount().place(), faults))
              .orElse(0L);
      long quantity =
          plan.quantity()
              .flatMap(formula ->
                  number(formula, values, returned, faults)
                      .flatMap(number -> terms.quantity(number, formula.place(), faults)))
              .orElse(0L);
      return new MappedRow(
          line,
          values,
          returned,
          amount,
          quantity,
          attributes(Carrier.PURCHASE, values, faults),
          attributes(Carrier.LINE, values, faults),
          faults);
    }

    /** A return's numbers are written with a minus sign by some and without by others. */
    private static Optional<BigDecimal> number(
        RowNumber formula, String[] values, boolean returned, Faults faults) {
      Optional<BigDecimal> number = formula.read(values, faults);
      if (returned) return number.map(BigDecimal::abs);
      if (number.isEmpty() || number.get().signum() >= 0) return number;
      faults.add(
          Fault.at(
              "out-of-range",
              formula.place(),
              number.get().toPlainString(),
              "A purchase of less than nothing earns nothing.",
              "Say in the mapping which rows are returns, or leave such rows out."));
      return Optional.empty();
    }

    private BigDecimal rounded(BigDecimal amount) {
      if (plan.rounding().isEmpty() || amount.scale() <= terms.moneyDecimals()) return amount;
      return switch (plan.rounding().get()) {
        case EXACT -> amount;
        case DOWN -> amount.setScale(terms.moneyDecimals(), RoundingMode.DOWN);
        case UP -> amount.setScale(terms.moneyDecimals(), RoundingMode.UP);
        case HALF_UP -> amount.setScale(terms.moneyDecimals(), RoundingMode.HALF_UP);
        case HALF_EVEN -> amount.setScale(terms.moneyDecimals(), RoundingMode.HALF_EVEN);
      };
    }

    private Map<String, Datum> attributes(Carrier carrier, String[] values, Faults faults) {
      if (plan.attributes().isEmpty()) return Map.of();
      SortedMap<String, Datum> all = new TreeMap<>();
      for (MappingPlan.Attribute attribute : plan.attributes()) {
        String text = values[attribute.slot()];
        if (attribute.carrier() != carrier || text.isBlank()) continue;
        String column = plan.columns().name(attribute.slot());
        datum(attribute, text, column, faults)
            .flatMap(datum -> terms.attribute(carrier, attribute.name(), datum, column, faults))
            .ifPresent(datum -> all.put(attribute.name(), datum));
      }
      return Collections.unmodifiableSortedMap(all);
    }

    private Optional<Datum> datum(
        MappingPlan.Attribute attribute, String text, String column, Faults faults) {
      return switch (attribute.type()) {
        case NUMBER, MONEY -> {
          Optional<BigDecimal> number = plan.numbers().read(text);
          if (number.isEmpty()) faults.add(RowNumber.noNumber(column, text, plan.numbers()));
          yield number.map(n -> Datum.of(Value.of(n)));
        }
        case TRUTH ->
            switch (text.strip().toLowerCase(Locale.ROOT)) {
              case "true" -> Optional.of(Datum.of(Value.of(true)));
              case "false" -> Optional.of(Datum.of(Value.of(false)));
              // What is no truth is refused by the vocabulary.
              default -> Optional.of(Datum.of(Value.of(text)));
            };
        case TEXT, CHOICE, LIST -> Optional.of(Datum.of(Value.of(text)));
        case DATE, TIME -> Optional.of(Datum.of(Value.of(text.strip())));
      };
    }
  }
}
