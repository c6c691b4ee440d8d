package dev.laurel.samples.bench;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Purchases of five lines by members with twenty attributes. */
final class Visits {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final LocalDate DAY = LocalDate.of(2026, 6, 15);
  private static final long SEED = 4_003;
  private static final int LINES = 5;
  private static final int MONTH = 30;
  private static final int QUARTER = 90;
  private static final int MOST_EARLIER = 40;
  private static final int SECONDS_OF_DAY = 24 * 60 * 60;

  private Visits() {}

  static List<Visit> of(int many, int rules) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Visit> visits = new ArrayList<>(many);
    for (int i = 0; i < many; i++) visits.add(visit(i, rules, random));
    return visits;
  }

  private static Visit visit(int index, int rules, SplittableRandom random) {
    int second = random.nextInt(SECONDS_OF_DAY);
    int[] earlier = earlier(random);
    Map<String, Object> facts = new HashMap<>();
    for (int i = 0; i < Words.TEXTS.size(); i++)
      facts.put(Words.text(i), Words.value(Words.TEXTS.get(i), random.nextInt(Words.VALUES)));
    for (int i = 0; i < Words.NUMBERS.size(); i++)
      facts.put(Words.number(i), (long) random.nextInt(Words.NUMBERS_BELOW));
    facts.put("purchase.store", Words.store(random.nextInt(Words.stores(rules))));
    facts.put("event.time", (long) second);
    facts.put("metrics.visits30", within(earlier, MONTH));
    facts.put("metrics.visits90", within(earlier, QUARTER));
    List<Map<String, Object>> lines = new ArrayList<>(LINES);
    long amount = 0;
    for (int i = 0; i < LINES; i++) {
      long cents = (long) random.nextInt(1, Words.MOST_EUROS + 1) * Words.CENTS;
      amount += cents;
      Map<String, Object> line = new HashMap<>();
      line.put("line.category", Words.category(random.nextInt(Words.categories(rules))));
      line.put("line.amount", cents);
      lines.add(line);
    }
    facts.put("purchase.amount", amount);
    return new Visit(
        "v" + index,
        "m" + index,
        DAY.atTime(LocalTime.ofSecondOfDay(second)).atZone(ZONE).toInstant(),
        facts,
        List.copyOf(lines),
        earlier);
  }

  private static int[] earlier(SplittableRandom random) {
    TreeSet<Integer> days = new TreeSet<>();
    int today = Math.toIntExact(DAY.toEpochDay());
    for (int left = random.nextInt(MOST_EARLIER + 1); left > 0; left--)
      days.add(today - 1 - random.nextInt(QUARTER - 1));
    return days.stream().mapToInt(Integer::intValue).toArray();
  }

  /** How many of the days lie in a window of so many days that ends today. */
  private static long within(int[] earlier, int window) {
    long first = DAY.toEpochDay() - window + 1;
    long count = 0;
    for (int day : earlier) if (day >= first) count++;
    return count;
  }
}
