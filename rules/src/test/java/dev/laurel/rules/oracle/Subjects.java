package dev.laurel.rules.oracle;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/** Facts of every type, of a purchase of a member and of its lines. */
public final class Subjects {
  /** Without tiers, which FEEL does not know. */
  public static final List<Subject> KNOWN_TO_FEEL =
      List.of(
          Subject.number("purchase.amount", "0.01", "-20", "50", "99.99"),
          Subject.number("metrics.spend", "0.000001", "0", "1000.5"),
          Subject.text("purchase.channel", "web", "say \"hi\"", "Zoë's 😀 shop", "a\\b"),
          Subject.truth("member.onBirthday"),
          Subject.date("member.enrolled", LocalDate.of(2024, 2, 29), LocalDate.of(2026, 1, 1)),
          Subject.time("event.time", LocalTime.of(10, 30), LocalTime.MIDNIGHT),
          Subject.list("purchase.tags", "gift", "in store", "back\\slash"));

  public static final List<Subject> ALL =
      Stream.concat(
              KNOWN_TO_FEEL.stream(),
              Stream.of(
                  Subject.tier("member.tier", "blue", "silver", "gold"),
                  Subject.tier("member.tiers.family", "one", "two")))
          .toList();

  public static final List<Subject> OF_LINES =
      List.of(
          Subject.number("line.amount", "0.01", "0", "25", "60.5"),
          Subject.number("line.quantity", "1", "1", "3"),
          Subject.text("line.category", "shoes", "socks"),
          Subject.truth("line.organic"),
          Subject.list("line.tags", "new", "sale"));

  private Subjects() {}
}
