package dev.laurel.ui.rest;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.recording.Recording;
import dev.laurel.engine.vault.PersonalFields;
import dev.laurel.engine.vault.ProfileJson;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import java.time.MonthDay;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads events, and takes off enrolments what belongs into the vault: their {@code profile}, of
 * which only day and month of birth go on with the event. Thread-safe.
 */
final class Enrolments implements Bodies.Reading {
  private static final String PROFILE = "profile";
  private static final String BIRTHDAY = "birthday";

  private final Operation operation;

  Enrolments(Operation operation) {
    this.operation = operation;
  }

  @Override
  public Bodies.Item read(byte[] body, int from, int to) {
    Faults faults = new Faults();
    Optional<JsonNode> tree = EventJson.tree(body, from, to, faults);
    if (tree.isEmpty()) return new Bodies.Item(Optional.empty(), faults.sorted());
    ObjectNode object = (ObjectNode) tree.get();
    Optional<PersonalFields> person = person(object, faults);
    Optional<Event> event = operation.events().read(object, faults);
    return new Bodies.Item(event, faults.sorted(), person);
  }

  private Optional<PersonalFields> person(ObjectNode event, Faults faults) {
    if (!event.path("type").asString("").equals("enrolment")) return Optional.empty();
    @Nullable JsonNode profile = event.remove(PROFILE);
    if (profile == null || profile.isNull()) return Optional.empty();
    Optional<PersonalFields> person =
        ProfileJson.of(operation.terms()).read(profile, PROFILE, faults);
    person
        .flatMap(PersonalFields::birthDate)
        .filter(_ -> !event.hasNonNull(BIRTHDAY))
        .ifPresent(day -> event.put(BIRTHDAY, MonthDay.from(day).toString()));
    erased(event.path("member").asString(""), faults);
    return person;
  }

  private void erased(String member, Faults faults) {
    if (member.isEmpty() || operation.erasure(member).isEmpty()) return;
    faults.add(
        Fault.at(
            "erased-member",
            "member",
            member,
            "The member was erased, so that nothing personal is kept under this id again.",
            "Enrol whoever comes back under another id."));
  }

  /** Keeps what came with an event that was recorded. */
  void keep(Bodies.Item item, Recording recording) {
    item.person()
        .ifPresent(person ->
            item.event().ifPresent(event -> operation.keep(recording, event.member(), person)));
  }
}
