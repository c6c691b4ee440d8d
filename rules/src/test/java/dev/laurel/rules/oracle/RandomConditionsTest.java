package dev.laurel.rules.oracle;

import dev.laurel.rules.condition.Condition;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** The random conditions and facts reach everything that comparisons rely on. */
class RandomConditionsTest {
  private static final int TRIES = 2_000;

  @Property(tries = TRIES)
  @StatisticsReport(StatisticsReportMode.OFF)
  void every_form_occurs(@ForAll("conditions") Condition condition) {
    Set<Form> forms = Form.of(condition);
    for (Form form : Form.values())
      Statistics.label(form.name())
          .collect(forms.contains(form))
          .coverage(seen -> seen.check(true).percentage(percent -> percent >= 1));
  }

  @Property(tries = TRIES)
  @StatisticsReport(StatisticsReportMode.OFF)
  void every_answer_occurs(
      @ForAll("conditions") Condition condition, @ForAll("facts") Facts facts) {
    Statistics.collect(Oracle.ask(condition, facts));
    Statistics.coverage(seen -> {
      for (Answer answer : Answer.values()) seen.check(answer).percentage(percent -> percent >= 10);
    });
  }

  @Provide
  static Arbitrary<Condition> conditions() {
    return RandomConditions.of(Subjects.ALL, Subjects.OF_LINES);
  }

  @Provide
  static Arbitrary<Facts> facts() {
    return RandomFacts.patchy(Subjects.ALL, Subjects.OF_LINES);
  }
}
