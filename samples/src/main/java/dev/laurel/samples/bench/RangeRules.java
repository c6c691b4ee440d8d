package dev.laurel.samples.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rules that no index helps. Each excludes one value of a text; most ask for either of two values
 * and for a count over the last thirty days; all have a time of day and a range of a number of the
 * member or of a line's amount, the narrower the more rules there are, so that about six apply.
 */
final class RangeRules {
  private static final long SEED = 4_002;
  private static final int SIX = 6;

  /** How likely a random visit meets what is asked beside the ranges. */
  private static final double NOT = 0.75;

  private static final double EITHER = 0.44;
  private static final double COUNT = 0.5;

  private static final String EXCLUDED = "language";
  private static final String EITHER_OF = "region";
  private static final String OR_OF = "ageBand";

  private static final int MINUTES_OF_DAY = 24 * 60;
  private static final int SECONDS_OF_MINUTE = 60;

  private RangeRules() {}

  static List<Rule> of(int many) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Rule> rules = new ArrayList<>(many);
    for (int i = 0; i < many; i++) rules.add(rule(i, many, random));
    return List.copyOf(rules);
  }

  private static Rule rule(int index, int many, SplittableRandom random) {
    boolean perLine = index % 2 == 1;
    // A rule of lines has five chances to apply, which share what is asked beside the amount.
    double chance = perLine ? 2.2 / many : 1.0 * SIX / many;
    List<Test> tests = new ArrayList<>();
    tests.add(new Test.Not(is(EXCLUDED, random)));
    double left = chance / NOT;
    if (left < EITHER * COUNT) {
      tests.add(new Test.Either(List.of(is(EITHER_OF, random), is(OR_OF, random))));
      tests.add(new Test.AtLeast("metrics.visits30", random.nextInt(3, 11)));
      left = left / EITHER / COUNT;
    }
    double width = Math.sqrt(Math.min(1, left));
    tests.add(
        within(
            "event.time",
            MINUTES_OF_DAY,
            SECONDS_OF_MINUTE,
            Math.max(1, (int) (width * MINUTES_OF_DAY)),
            random));
    tests.add(
        perLine
            ? within("line.amount", Words.MOST_EUROS, Words.CENTS, width(width, 100), random)
            : within(
                Words.number(Words.NUMBERS.indexOf("distance")),
                Words.NUMBERS_BELOW,
                1,
                width(width, Words.NUMBERS_BELOW),
                random));
    return new Rule(Words.id(index), perLine, List.copyOf(tests), IndexedRules.gives(random));
  }

  private static Test is(String text, SplittableRandom random) {
    return new Test.Is(
        Words.text(Words.TEXTS.indexOf(text)), Words.value(text, random.nextInt(Words.VALUES)));
  }

  private static int width(double part, int of) {
    return Math.max(1, (int) (part * of));
  }

  private static Test within(String path, int of, int unit, int width, SplittableRandom random) {
    int from = random.nextInt(of - width + 1);
    return new Test.Within(path, (long) from * unit, (long) (from + width) * unit);
  }
}
