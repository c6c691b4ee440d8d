package dev.laurel.engine.access;

import dev.laurel.engine.history.Head;
import dev.laurel.engine.history.History;
import dev.laurel.engine.history.HistoryRecord;
import dev.laurel.engine.history.Verification;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * People and keys: who they are and what they are. Each change is one write and stands in the
 * history, also when the process dies in between. Thread-safe. All methods may throw {@link
 * dev.laurel.engine.recording.StoreUnavailableException}; those with an {@link Actor} may throw
 * {@link NotPermittedException}.
 */
public final class People {
  private final CredentialStore store;
  private final Passwords passwords;
  private final History history;

  public People(CredentialStore store, Passwords passwords, InstantSource clock) {
    this.store = store;
    this.passwords = passwords;
    this.history = new History(store.history(), clock);
  }

  /** Whether nobody was ever there. */
  public boolean isEmpty() {
    return store.staff().version() == 0;
  }

  /** The person of this sign-in name, for whoever recognises people. */
  public Optional<Person> person(String name) {
    return store.staff().person(name);
  }

  /** The key with this hash where it is good, for whoever recognises keys. */
  public Optional<AccessKey> key(String hash) {
    return store.staff().key(hash).filter(AccessKey::active);
  }

  /** Everybody, in the order in which they came. */
  public List<Person> all(Actor actor) {
    actor.require(Permission.MANAGE_PEOPLE);
    return store.staff().people();
  }

  /** All keys, revoked ones included. */
  public List<AccessKey> keys(Actor actor) {
    actor.require(Permission.MANAGE_PEOPLE);
    return store.staff().keys();
  }

  /**
   * The first people and keys of a store where nobody was ever there. They keep the passwords that
   * they are given: nobody else has seen them.
   *
   * @param people with at least one administrator among them
   */
  public PeopleResult setUp(List<NewPerson> people, List<AccessKey> keys) {
    Staff before = store.staff();
    if (before.version() != 0) return PeopleRefusals.alreadySetUp();
    Act act = act(Actor.SETUP, "set-up", "", "", fact("people", names(people)));
    Staff staff = new Staff(1, List.of(), keys, Optional.of(act));
    for (NewPerson one : people) {
      Optional<Refusal> wrong = Checks.wrong(one, staff);
      if (wrong.isPresent()) return new PeopleResult.Refused(wrong.get());
      Staff more = staff.with(made(one, false), act);
      staff = new Staff(1, more.people(), keys, Optional.of(act));
    }
    if (!staff.isAdministered()) return PeopleRefusals.lastAdministrator("the first people");
    if (!store.put(staff)) return PeopleRefusals.alreadySetUp();
    settle(staff);
    return new PeopleResult.Done();
  }

  /** Adds somebody, who must change the password before anything else. */
  public PeopleResult add(Actor actor, NewPerson one) {
    actor.require(Permission.MANAGE_PEOPLE);
    Person person = made(one, true);
    return change(staff ->
        Checks.wrong(one, staff)
            .<Step>map(Step.No::new)
            .orElseGet(() ->
                new Step.To(
                    staff.with(
                        person,
                        act(
                            actor.name(),
                            "person-added",
                            one.name(),
                            "",
                            fact("roles", words(one.roles())))))));
  }

  /** Gives somebody these roles and no others. */
  public PeopleResult changeRoles(Actor actor, String name, Set<Role> roles, String why) {
    actor.require(Permission.MANAGE_PEOPLE);
    return change(
        name,
        person -> person.withRoles(roles),
        act(actor.name(), "roles-changed", name, why, fact("roles", words(roles))));
  }

  /** Lets somebody sign in no more; the name stays theirs, and what they did stays told. */
  public PeopleResult deactivate(Actor actor, String name, String why) {
    actor.require(Permission.MANAGE_PEOPLE);
    return change(
        name,
        person -> person.withActive(false),
        act(actor.name(), "person-deactivated", name, why, new TreeMap<>()));
  }

  /** Lets somebody sign in again. */
  public PeopleResult reactivate(Actor actor, String name, String why) {
    actor.require(Permission.MANAGE_PEOPLE);
    return change(
        name,
        person -> person.withActive(true),
        act(actor.name(), "person-reactivated", name, why, new TreeMap<>()));
  }

  /** Gives somebody a password, who must change it before anything else. */
  public PeopleResult resetPassword(Actor actor, String name, String password) {
    actor.require(Permission.MANAGE_PEOPLE);
    Optional<Refusal> weak = Checks.weak(password, name);
    if (weak.isPresent()) return new PeopleResult.Refused(weak.get());
    String hash = passwords.hash(password);
    return change(
        name,
        person -> person.withPassword(hash, true),
        act(actor.name(), "password-reset", name, "", new TreeMap<>()));
  }

  /** Changes the actor's own password; everybody may. */
  public PeopleResult changeOwnPassword(Actor actor, String old, String password) {
    Optional<Person> self = person(actor.name()).filter(Person::active);
    if (self.isEmpty()) return PeopleRefusals.noSuchPerson(actor.name());
    if (!passwords.matches(old, self.get().hash())) return PeopleRefusals.wrongPassword();
    Optional<Refusal> weak = Checks.weak(password, actor.name());
    if (weak.isPresent()) return new PeopleResult.Refused(weak.get());
    String hash = passwords.hash(password);
    String before = self.get().hash();
    Act act = act(actor.name(), "password-changed", actor.name(), "", new TreeMap<>());
    return change(staff -> {
      Optional<Person> now = staff.person(actor.name()).filter(Person::active);
      // What was proved is that the old password was known; another one may be in its place now.
      if (now.isEmpty() || !now.get().hash().equals(before)) return new Step.No(wrongNow());
      return new Step.To(staff.with(now.get().withPassword(hash, false), act));
    });
  }

  /** Adds a key. */
  public PeopleResult addKey(Actor actor, String name, Set<Role> roles, String hash) {
    actor.require(Permission.MANAGE_PEOPLE);
    Act act = act(actor.name(), "key-added", "key:" + name, "", fact("roles", words(roles)));
    return change(staff ->
        Checks.wrongKey(name, roles, staff)
            .<Step>map(Step.No::new)
            .orElseGet(() -> new Step.To(staff.with(new AccessKey(name, roles, hash, true), act))));
  }

  /** Makes a key good for nothing, for ever. */
  public PeopleResult revokeKey(Actor actor, String name, String why) {
    actor.require(Permission.MANAGE_PEOPLE);
    Act act = act(actor.name(), "key-revoked", "key:" + name, why, new TreeMap<>());
    return change(staff ->
        staff
            .keyNamed(name)
            .<Step>map(key -> new Step.To(staff.with(key.revoked(), act)))
            .orElseGet(() -> new Step.No(PeopleRefusals.noSuchKey(name).refusal())));
  }

  /**
   * What was done to people and keys, in order.
   *
   * @param limit 1 to {@link History#LARGEST_PAGE}
   */
  public List<HistoryRecord> history(Actor actor, long afterNumber, int limit) {
    actor.require(Permission.READ_HISTORY);
    settle(store.staff());
    return history.after(afterNumber, limit);
  }

  /** How far that history goes; to be noted elsewhere, see {@link History#verify}. */
  public Head historyHead(Actor actor) {
    actor.require(Permission.READ_HISTORY);
    settle(store.staff());
    return history.head();
  }

  /** Whether nothing in that history was tampered with; see {@link History#verify}. */
  public Verification verifyHistory(Actor actor, Head noted) {
    actor.require(Permission.READ_HISTORY);
    return history.verify(noted);
  }

  /** What a change comes to, given everybody who is there now. */
  private sealed interface Step {
    record To(Staff staff) implements Step {}

    record No(Refusal refusal) implements Step {}
  }

  private interface Deciding {
    Step decide(Staff staff);
  }

  private PeopleResult change(String name, UnaryOperator<Person> how, Act act) {
    return change(staff -> {
      Optional<Person> person = staff.person(name);
      if (person.isEmpty()) return new Step.No(PeopleRefusals.noSuchPerson(name).refusal());
      Staff after = staff.with(how.apply(person.get()), act);
      return after.isAdministered()
          ? new Step.To(after)
          : new Step.No(PeopleRefusals.lastAdministrator(name).refusal());
    });
  }

  private PeopleResult change(Deciding deciding) {
    while (true) {
      Staff before = store.staff();
      switch (deciding.decide(before)) {
        case Step.No(var refusal) -> {
          return new PeopleResult.Refused(refusal);
        }
        case Step.To(var after) -> {
          // A version may be replaced only once what made it is recorded.
          settle(before);
          if (!store.put(after)) continue;
          settle(after);
          return new PeopleResult.Done();
        }
      }
    }
  }

  private void settle(Staff staff) {
    staff.act().ifPresent(act -> history.appendOnce(act.entry(staff.version())));
  }

  private Person made(NewPerson one, boolean mustChange) {
    return new Person(
        one.name(),
        one.displayName(),
        one.roles(),
        Checks.weak(one.password(), one.name()).isPresent() ? "" : passwords.hash(one.password()),
        true,
        mustChange);
  }

  private static Refusal wrongNow() {
    return PeopleRefusals.wrongPassword().refusal();
  }

  private static Act act(
      String by, String act, String about, String why, SortedMap<String, String> facts) {
    return new Act(by, act, about, why, facts);
  }

  private static SortedMap<String, String> fact(String name, String value) {
    return new TreeMap<>(Map.of(name, value));
  }

  private static String names(List<NewPerson> people) {
    return people.stream()
        .map(one -> one.name() + " (" + words(one.roles()) + ")")
        .collect(Collectors.joining(", "));
  }

  private static String words(Collection<Role> roles) {
    return roles.stream().sorted().map(Role::word).collect(Collectors.joining(" "));
  }
}
