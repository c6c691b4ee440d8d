package dev.laurel.ui.studio.tryit;

import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A case that is tried. Immutable; its address holds all of it.
 *
 * @param member whose purchase it is; empty of somebody invented
 * @param tiers of somebody invented, by ladder
 * @param facts of somebody invented, by attribute
 * @param enrolled of somebody invented
 * @param lines what is bought
 * @param attributes of the purchase
 * @param at when, in the programme's zone; empty now
 */
record TryCase(
    Optional<String> member,
    SortedMap<String, String> tiers,
    SortedMap<String, String> facts,
    Optional<LocalDate> enrolled,
    List<Line> lines,
    SortedMap<String, String> attributes,
    Optional<LocalDateTime> at) {
  private static final String MEMBER = "member";
  private static final String TIER = "tier.";
  private static final String FACT = "fact.";
  private static final String ENROLLED = "enrolled";
  private static final String LINE = "line";
  private static final String WITH = "with.";
  private static final String AT = "at";
  private static final String BETWEEN = "~";

  /** No case has more. */
  static final int MOST_LINES = 20;

  /**
   * One line.
   *
   * @param price of one piece, in the programme's currency
   * @param attributes of the product, such as product and category
   */
  record Line(BigDecimal quantity, BigDecimal price, SortedMap<String, String> attributes) {
    BigDecimal amount() {
      return quantity.multiply(price);
    }

    Line with(String attribute, String value) {
      return new Line(quantity, price, TryCase.with(attributes, attribute, value));
    }

    private String written() {
      StringBuilder text = new StringBuilder(quantity.toPlainString());
      text.append(BETWEEN).append(price.toPlainString());
      attributes.forEach((name, value) ->
          text.append(BETWEEN).append(name).append('=').append(value.replace(BETWEEN, " ")));
      return text.toString();
    }

    private static Optional<Line> read(String text) {
      String[] parts = text.split(BETWEEN, -1);
      if (parts.length < 2) return Optional.empty();
      SortedMap<String, String> attributes = new TreeMap<>();
      for (int part = 2; part < parts.length; part++) {
        int sign = parts[part].indexOf('=');
        if (sign > 0)
          attributes.put(parts[part].substring(0, sign), parts[part].substring(sign + 1));
      }
      try {
        return Optional.of(
            new Line(new BigDecimal(parts[0]), new BigDecimal(parts[1]), attributes));
      } catch (NumberFormatException unreadable) {
        return Optional.empty();
      }
    }
  }

  TryCase {
    tiers = new TreeMap<>(tiers);
    facts = new TreeMap<>(facts);
    lines = List.copyOf(lines);
    attributes = new TreeMap<>(attributes);
  }

  /** With the attribute, or without it where the value is empty. */
  private static SortedMap<String, String> with(
      Map<String, String> all, String attribute, String value) {
    SortedMap<String, String> changed = new TreeMap<>(all);
    if (value.isEmpty()) changed.remove(attribute);
    else changed.put(attribute, value);
    return changed;
  }

  TryCase of(Optional<String> who) {
    return new TryCase(who, tiers, facts, enrolled, lines, attributes, at);
  }

  TryCase tier(String ladder, String tier) {
    return new TryCase(member, with(tiers, ladder, tier), facts, enrolled, lines, attributes, at);
  }

  TryCase fact(String attribute, String value) {
    return new TryCase(
        member, tiers, with(facts, attribute, value), enrolled, lines, attributes, at);
  }

  TryCase enrolled(Optional<LocalDate> day) {
    return new TryCase(member, tiers, facts, day, lines, attributes, at);
  }

  TryCase lines(List<Line> changed) {
    return new TryCase(member, tiers, facts, enrolled, changed, attributes, at);
  }

  TryCase line(int number, Line changed) {
    List<Line> all = new ArrayList<>(lines);
    all.set(number, changed);
    return lines(all);
  }

  TryCase attribute(String attribute, String value) {
    return new TryCase(
        member, tiers, facts, enrolled, lines, with(attributes, attribute, value), at);
  }

  TryCase at(Optional<LocalDateTime> when) {
    return new TryCase(member, tiers, facts, enrolled, lines, attributes, when);
  }

  BigDecimal amount() {
    return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The case of an address; what cannot be read there is left out. */
  static TryCase of(QueryParameters address) {
    Map<String, List<String>> all = address.getParameters();
    return new TryCase(
        first(all, MEMBER).filter(id -> !id.isEmpty()),
        below(all, TIER),
        below(all, FACT),
        first(all, ENROLLED).flatMap(text -> parsed(text, LocalDate::parse)),
        all.getOrDefault(LINE, List.of()).stream()
            .limit(MOST_LINES)
            .map(Line::read)
            .flatMap(Optional::stream)
            .toList(),
        below(all, WITH),
        first(all, AT).flatMap(text -> parsed(text, LocalDateTime::parse)));
  }

  private static Optional<String> first(Map<String, List<String>> all, String key) {
    return all.getOrDefault(key, List.of()).stream().findFirst();
  }

  private static SortedMap<String, String> below(Map<String, List<String>> all, String prefix) {
    SortedMap<String, String> found = new TreeMap<>();
    all.forEach((key, values) -> {
      if (key.startsWith(prefix) && !values.isEmpty())
        found.put(key.substring(prefix.length()), values.getFirst());
    });
    return found;
  }

  private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /** Its address. */
  QueryParameters address() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    member.ifPresent(id -> all.put(MEMBER, List.of(id)));
    if (member.isEmpty()) {
      tiers.forEach((ladder, tier) -> all.put(TIER + ladder, List.of(tier)));
      facts.forEach((fact, value) -> all.put(FACT + fact, List.of(value)));
      enrolled.ifPresent(day -> all.put(ENROLLED, List.of(day.toString())));
    }
    if (!lines.isEmpty()) all.put(LINE, lines.stream().map(Line::written).toList());
    attributes.forEach((name, value) -> all.put(WITH + name, List.of(value)));
    at.ifPresent(when -> all.put(AT, List.of(when.toString())));
    return new QueryParameters(all);
  }
}
