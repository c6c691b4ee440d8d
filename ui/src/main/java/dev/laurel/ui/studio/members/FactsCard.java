package dev.laurel.ui.studio.members;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.operation.MemberView;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.support.Support;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Parts.Pair;
import dev.laurel.ui.studio.frame.Progress;
import dev.laurel.ui.studio.frame.Words;
import java.util.ArrayList;
import java.util.List;

/** What is known of the member; what is personal of it is masked until a reason is given. */
final class FactsCard extends Section {
  private static final long serialVersionUID = 1L;

  FactsCard(Operation operation, Support support, SignedIn who, MemberView member) {
    Words words = Words.here();
    Pack pack = operation.programme().revision().pack();
    MemberState state = member.state();
    PersonalFacts personal = new PersonalFacts(operation, support, who, state.member());
    List<Pair> facts = new ArrayList<>(personal.pairs());
    state
        .profile()
        .birthday()
        .ifPresent(day -> facts.add(Pair.of(words.of("member.birthday"), words.dayOfYear(day))));
    state
        .profile()
        .enrolled()
        .ifPresent(day -> facts.add(Pair.of(words.of("member.joined"), words.day(day))));
    state.pooling().in().ifPresent(pool -> facts.add(Pair.of(words.of("member.pool"), pool)));
    if (!state.pooling().members().isEmpty())
      facts.add(
          Pair.of(
              words.of("member.pooled-by"),
              words.list(List.copyOf(state.pooling().members().keySet()))));
    facts.add(Pair.of(words.of("member.purchases"), words.number(state.purchases())));
    state
        .lastPurchase()
        .ifPresent(day -> facts.add(Pair.of(words.of("members.last"), words.day(day))));
    pack.vocabulary()
        .map(Vocabulary::member)
        .orElse(List.of())
        .forEach(attribute -> {
          Datum datum = state.profile().attributes().get(attribute.id());
          if (datum != null && !attribute.personal())
            facts.add(Pair.of(words.of(attribute.title()), said(datum)));
        });
    for (MemberView.MetricValue metric : member.metrics())
      if (metric.value().signum() != 0)
        facts.add(
            Pair.of(
                words.of(Progress.metric(pack, metric.metric()).title()),
                Progress.value(pack, metric.metric(), metric.value())));
    addClassName("card");
    add(
        new Header(new H2(words.of("facts.title"))),
        Parts.div(
            "body",
            Parts.pairs("pairs", facts.stream()),
            personal.asking(),
            Parts.paragraph(
                "xs mute", words.of(personal.mayShow() ? "facts.recorded" : "facts.masked"))));
  }

  static String said(Datum datum) {
    Words words = Words.here();
    return switch (datum) {
      case Datum.Several(var texts) -> words.list(texts);
      case Datum.One(var value) ->
          switch (value) {
            case Value.Number(var number) -> words.number(number);
            case Value.Text(var text) -> text;
            case Value.Truth(var truth) -> words.of(truth ? "try.yes" : "try.no");
            case Value.Date(var date) -> words.day(date);
            case Value.Time(var time) -> time.toString();
          };
    };
  }
}
