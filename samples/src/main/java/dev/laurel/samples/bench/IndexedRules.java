package dev.laurel.samples.bench;

import dev.laurel.samples.bench.Rule.Gives;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rules that name values: one for every purchase; three in ten for purchases in a store; the others
 * for lines of a category. All but the first ask for a number of the member, too, and where there
 * are many rules for a text.
 */
final class IndexedRules {
  private static final long SEED = 4_001;

  /** With fewer rules than this, six could not apply if each asked for three things. */
  private static final int MANY = 50;

  private IndexedRules() {}

  static List<Rule> of(int many) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Rule> rules = new ArrayList<>(many);
    rules.add(new Rule(Words.id(0), false, List.of(), new Gives.PerEuro(1)));
    for (int i = 1; i < many; i++) {
      boolean perLine = i % 10 > 3 || i % 10 == 0;
      Test names =
          perLine
              ? new Test.Is("line.category", Words.category(i % Words.categories(many)))
              : new Test.Is("purchase.store", Words.store(i % Words.stores(many)));
      List<Test> tests = new ArrayList<>(List.of(names));
      if (many >= MANY) tests.add(is(random));
      tests.add(
          new Test.AtLeast(
              Words.number(random.nextInt(Words.NUMBERS.size())), random.nextInt(300, 700)));
      rules.add(new Rule(Words.id(i), perLine, List.copyOf(tests), gives(random)));
    }
    return List.copyOf(rules);
  }

  /** That a text of the member is one of its values. */
  static Test is(SplittableRandom random) {
    int text = random.nextInt(Words.TEXTS.size());
    return new Test.Is(
        Words.text(text), Words.value(Words.TEXTS.get(text), random.nextInt(Words.VALUES)));
  }

  static Gives gives(SplittableRandom random) {
    return random.nextBoolean()
        ? new Gives.Points(random.nextInt(1, 21))
        : new Gives.PerEuro(random.nextInt(1, 4));
  }
}
