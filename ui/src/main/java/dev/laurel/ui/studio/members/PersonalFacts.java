package dev.laurel.ui.studio.members;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.support.Showing;
import dev.laurel.engine.support.Support;
import dev.laurel.engine.vault.Masked;
import dev.laurel.engine.vault.PersonalField;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.LongText;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Parts.Pair;
import dev.laurel.ui.studio.frame.Refusals;
import dev.laurel.ui.studio.frame.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is personal of a member: masked, and shown to whoever may see it and says why. */
final class PersonalFacts {
  private static final String MASKED = "••••";

  private final Operation operation;
  private final Support support;
  private final SignedIn who;
  private final String member;
  private final Div asking = Parts.div("showing");

  PersonalFacts(Operation operation, Support support, SignedIn who, String member) {
    this.operation = operation;
    this.support = support;
    this.who = who;
    this.member = member;
  }

  /** Where the reason is asked for. */
  Div asking() {
    return asking;
  }

  boolean mayShow() {
    return who.actor().may(Permission.SEE_PERSONAL_DATA);
  }

  List<Pair> pairs() {
    Masked masked = operation.insight().person(who.actor(), member);
    return support.known(who.actor(), member).stream()
        .map(field -> new Pair(name(field), value(field, masked(field, masked))))
        .toList();
  }

  private static String masked(PersonalField field, Masked masked) {
    Optional<String> some =
        field.equals(PersonalField.NAME)
            ? masked.name()
            : field.equals(PersonalField.MAIL)
                ? masked.mail()
                : field.equals(PersonalField.PHONE) ? masked.phone() : Optional.empty();
    return some.orElse(MASKED);
  }

  private String name(PersonalField field) {
    Words words = Words.here();
    if (field.equals(PersonalField.NAME)) return words.of("facts.name");
    if (field.equals(PersonalField.MAIL)) return words.of("facts.mail");
    if (field.equals(PersonalField.PHONE)) return words.of("facts.phone");
    if (field.equals(PersonalField.BIRTH_DATE)) return words.of("facts.birth-date");
    return operation
        .programme()
        .revision()
        .pack()
        .vocabulary()
        .map(Vocabulary::member)
        .orElse(List.of())
        .stream()
        .filter(attribute -> PersonalField.attribute(attribute.id()).equals(field))
        .findFirst()
        .map(attribute -> words.of(attribute.title()))
        .orElse(field.id());
  }

  private Span value(PersonalField field, String masked) {
    Span value = Parts.span("personal");
    mask(value, field, masked);
    return value;
  }

  private void mask(Span value, PersonalField field, String masked) {
    value.removeAll();
    value.add(new Span(masked));
    if (!mayShow()) return;
    Words words = Words.here();
    NativeButton show =
        Parts.button(
            "link small", () -> ask(value, field, masked), Parts.text(words.of("facts.show")));
    value.add(Parts.named(show, words.of("facts.show.this", name(field))));
  }

  private Instant now() {
    return operation.programme().now();
  }

  /** Asks why, unless that was said within the hour. */
  private void ask(Span value, PersonalField field, String masked) {
    Optional<String> said = Reasons.here().of(member, now());
    if (said.isPresent()) {
      show(value, field, masked, said.get());
      return;
    }
    Words words = Words.here();
    LongText reason = new LongText(words.of("facts.why"), Support.LONGEST_REASON);
    asking.removeAll();
    asking.add(
        Parts.paragraph("small med", words.of("facts.show.this", name(field))),
        reason,
        Parts.div(
            "acts row",
            Parts.button(
                "btn fix s",
                () -> show(value, field, masked, reason.text()),
                Parts.text(words.of("facts.show.now"))),
            Parts.button("btn quiet s", asking::removeAll, Parts.text(words.of("member.cancel")))));
  }

  private void show(Span value, PersonalField field, String masked, String why) {
    switch (support.show(who.actor(), member, field, why)) {
      case Showing.Shown(var datum) -> {
        Reasons.here().give(member, why, now());
        asking.removeAll();
        reveal(value, field, masked, FactsCard.said(datum));
      }
      case Showing.Refused(var refusal) -> {
        asking
            .getChildren()
            .filter(part -> part.hasClassName("not"))
            .toList()
            .forEach(asking::remove);
        asking.add(Parts.paragraph("small not", Refusals.say(refusal)));
      }
    }
  }

  private void reveal(Span value, PersonalField field, String masked, String text) {
    Words words = Words.here();
    NativeButton hide =
        Parts.button(
            "link small", () -> mask(value, field, masked), Parts.text(words.of("facts.hide")));
    value.removeAll();
    value.add(new Span(text), Parts.named(hide, words.of("facts.hide.this", name(field))));
  }
}
