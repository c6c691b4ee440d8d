package dev.laurel.samples.measure;

import dev.laurel.samples.bench.LaurelPack;
import dev.laurel.samples.bench.Workload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The same hundred rules with one thing more that a programme can say, each for itself, to tell
 * what that costs a decision.
 */
final class Features {
  static final int RULES = 100;
  private static final String KIND = "{id: points, title: Points}";

  private Features() {}

  /** The packs, by what they have more than the first. */
  static Map<String, String> packs() {
    String plain = LaurelPack.yaml(Workload.INDEXED.rules(RULES));
    Map<String, String> packs = new LinkedHashMap<>();
    packs.put("nothing more", plain);
    packs.put("points that lapse", kind(plain, "expiry: {type: after, span: 12 months}"));
    packs.put("points that wait", kind(plain, "available: {type: after, span: 14 days}"));
    packs.put(
        "a ceiling each month",
        metrics(kind(plain, "caps: [{id: most, of: earned, over: month, atMost: 1000000}]")));
    packs.put(
        "returns",
        in(
            plain,
            "  returns: {share: proportion, from: [pending, lots-earned, newest-lots, debt]}\n"));
    packs.put("two ladders of three tiers", metrics(plain) + ladders());
    packs.put("ten segments", metrics(plain) + segments());
    packs.put("five challenges", plain + challenges());
    packs.put("an offer of three", said(plain, "{type: offer, offer: best}") + offers());
    packs.put("a benefit handed out", said(plain, "{type: entitle, benefit: cup}") + benefits());
    return packs;
  }

  private static String kind(String pack, String more) {
    return pack.replace(KIND, "{id: points, title: Points, %s}".formatted(more));
  }

  private static String in(String pack, String programme) {
    return pack.replace("vocabulary:\n", programme + "vocabulary:\n");
  }

  private static String metrics(String pack) {
    return in(
        pack,
        """
          periods: [{id: month, title: Month, is: calendar-month}]
          metrics: [{id: spend, title: Spend, counts: spend, over: month}]
        """);
  }

  private static String numbered(int many, String text) {
    return IntStream.range(0, many)
        .mapToObj(i -> text.formatted(i, 100 * i + 50))
        .collect(Collectors.joining());
  }

  private static String ladders() {
    return "ladders:\n"
        + numbered(
            2,
            """
              - id: l%1$d
                title: l%1$d
                validity: {type: for, span: 12 months}
                tiers:
                  - {id: Base%1$d, title: Base}
                  - {id: Silver%1$d, title: Silver, entry: {type: reaches, id: spend, metric: spend, atLeast: %2$d}}
                  - {id: Gold%1$d, title: Gold, entry: {type: reaches, id: spend, metric: spend, atLeast: 900}}
            """);
  }

  private static String segments() {
    return "segments:\n"
        + numbered(
            10,
            """
              - {id: s%1$d, title: s%1$d, is: {type: meets, when: metrics.spend >= %2$d}}
            """);
  }

  private static String challenges() {
    return "challenges:\n"
        + numbered(
            5,
            """
              - id: c%1$d
                title: c%1$d
                kind: stamp-card
                on: purchase
                when: purchase.amount >= %2$d
                repeats: true
                steps: [{id: full, at: 10, then: [{type: points, kind: points, points: 5}]}]
            """);
  }

  /** One rule more, which applies to every purchase. */
  private static String said(String pack, String outcome) {
    return pack
        + LaurelPack.group(
            "more", "      - {id: more, title: more, then: [%s]}\n".formatted(outcome));
  }

  private static String offers() {
    return """
    offers:
      - id: best
        title: Best
        of:
          - {id: a, title: a, score: 3, when: purchase.amount >= 100000, then: [{type: points, kind: points, points: 9}]}
          - {id: b, title: b, score: 2, when: purchase.amount >= 10000, then: [{type: points, kind: points, points: 5}]}
          - {id: c, title: c, score: 1, then: [{type: points, kind: points, points: 1}]}
    """;
  }

  private static String benefits() {
    return """
    benefits: [{id: cup, title: Cup, entitlement: {uses: 1, validFor: 30 days}}]
    """;
  }
}
