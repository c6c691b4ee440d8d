package dev.laurel.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.history.Head;
import dev.laurel.engine.history.HistoryRecord;
import dev.laurel.engine.history.HistoryStore;
import dev.laurel.engine.history.Verification;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may ask, and who says so. */
class PeopleTest {
  private static final String PASSWORD = "three words here";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z"));

  /** Hashes so that a test can read it. */
  private static final Passwords READABLE =
      new Passwords() {
        @Override
        public String hash(String password) {
          return "hash of " + password;
        }

        @Override
        public boolean matches(String password, String hash) {
          return hash.equals(hash(password));
        }
      };

  private final MemoryCredentials store = new MemoryCredentials();
  private final People people = new People(store, READABLE, CLOCK);
  private final Actor ann = new Actor("ann", Set.of(Role.ADMINISTRATOR));
  private final Actor auditor = new Actor("ada", Set.of(Role.AUDITOR));

  @BeforeEach
  void annIsTheAdministrator() {
    assertThat(people.isEmpty()).isTrue();
    done(people.setUp(List.of(person("ann", Role.ADMINISTRATOR)), List.of()));
    assertThat(people.isEmpty()).isFalse();
  }

  private static NewPerson person(String name, Role... roles) {
    return new NewPerson(name, name.toUpperCase(Locale.ROOT), Set.of(roles), PASSWORD);
  }

  private static void done(PeopleResult result) {
    assertThat(result).isInstanceOf(PeopleResult.Done.class);
  }

  private static void refused(PeopleResult result, String code) {
    assertThat(result)
        .isInstanceOfSatisfying(
            PeopleResult.Refused.class,
            refused -> {
              assertThat(refused.refusal().code()).isEqualTo(code);
              assertThat(refused.refusal().sentence()).endsWith(".");
            });
  }

  private List<String> acts() {
    return people.history(auditor, 0, 100).stream()
        .map(HistoryRecord::entry)
        .map(e -> e.by() + " " + e.act() + " " + e.about() + " " + e.why() + e.facts())
        .toList();
  }

  @Test
  void the_first_people_are_set_up_once_and_keep_their_passwords() {
    assertThat(people.person("ann").orElseThrow().actor()).isEqualTo(ann);
    refused(people.setUp(List.of(person("eve", Role.ADMINISTRATOR)), List.of()), "already-set-up");
    assertThat(acts()).containsExactly("setup set-up  {people=ann (administrator)}");
  }

  @Test
  void the_first_people_have_an_administrator_among_them() {
    MemoryCredentials empty = new MemoryCredentials();
    People first = new People(empty, READABLE, CLOCK);
    refused(first.setUp(List.of(person("ben", Role.MARKETER)), List.of()), "last-administrator");
    refused(
        first.setUp(
            List.of(person("ann", Role.ADMINISTRATOR), person("ann", Role.MARKETER)), List.of()),
        "name-taken");
    assertThat(first.isEmpty()).isTrue();
  }

  @Test
  void whoever_was_added_may_nothing_before_changing_the_password() {
    done(people.add(ann, person("ben", Role.MARKETER)));
    Actor ben = people.person("ben").orElseThrow().actor();
    assertThat(ben.roles()).isEmpty();
    refused(people.changeOwnPassword(ben, "guess", "four other words here"), "wrong-password");
    refused(people.changeOwnPassword(ben, PASSWORD, "short"), "weak-password");
    done(people.changeOwnPassword(ben, PASSWORD, "four other words here"));
    Person now = people.person("ben").orElseThrow();
    assertThat(now.actor().roles()).containsExactly(Role.MARKETER);
    assertThat(now.hash()).isEqualTo("hash of four other words here");
    assertThat(people.all(ann)).extracting(Person::name).containsExactly("ann", "ben");
    assertThat(acts())
        .endsWith("ann person-added ben {roles=marketer}", "ben password-changed ben {}");
  }

  @Test
  void names_and_passwords_are_held_to_what_they_must_be() {
    for (String name : List.of("", "Ben", "key:x", "setup", "operator", "a b", "x".repeat(65)))
      refused(people.add(ann, person(name, Role.MARKETER)), "bad-name");
    refused(people.add(ann, person("ann", Role.MARKETER)), "name-taken");
    refused(people.add(ann, new NewPerson("ben", " ", Set.of(), PASSWORD)), "bad-display-name");
    refused(people.add(ann, new NewPerson("ben", "B\n", Set.of(), PASSWORD)), "bad-display-name");
    refused(people.add(ann, new NewPerson("ben", "Ben", Set.of(), "elevenchars")), "weak-password");
    refused(
        people.add(ann, new NewPerson("ben", "Ben", Set.of(), "é".repeat(37))), "weak-password");
    refused(
        people.add(ann, new NewPerson("ben.benedict", "Ben", Set.of(), "ben.benedict")),
        "weak-password");
    assertThat(people.all(ann)).hasSize(1);
  }

  @Test
  void roles_are_given_and_taken_with_a_reason() {
    done(people.add(ann, person("ben", Role.MARKETER)));
    done(people.changeRoles(ann, "ben", Set.of(Role.REVIEWER, Role.AUDITOR), "moved"));
    assertThat(people.person("ben").orElseThrow().roles())
        .containsExactly(Role.REVIEWER, Role.AUDITOR);
    refused(people.changeRoles(ann, "nobody", Set.of(), ""), "no-such-person");
    assertThat(acts()).last().isEqualTo("ann roles-changed ben moved{roles=reviewer auditor}");
  }

  @Test
  void the_last_administrator_stays() {
    refused(people.changeRoles(ann, "ann", Set.of(Role.MARKETER), "tired"), "last-administrator");
    refused(people.deactivate(ann, "ann", "tired"), "last-administrator");
    done(people.add(ann, person("ben", Role.ADMINISTRATOR)));
    done(people.deactivate(ann, "ann", "tired"));
    refused(people.deactivate(ann, "ben", "tired"), "last-administrator");
    done(people.reactivate(ann, "ann", "rested"));
    done(people.deactivate(ann, "ben", "tired"));
  }

  @Test
  void of_two_administrators_who_remove_each_other_at_once_one_stays() throws Exception {
    Actor ben = new Actor("ben", Set.of(Role.ADMINISTRATOR));
    done(people.add(ann, person("ben", Role.ADMINISTRATOR)));
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 50; round++) {
        Callable<PeopleResult> one = () -> people.deactivate(ann, "ben", "");
        Callable<PeopleResult> other = () -> people.deactivate(ben, "ann", "");
        int left = 0;
        for (var result : threads.invokeAll(List.of(one, other)))
          if (result.get() instanceof PeopleResult.Refused) left++;
        assertThat(left).isOne();
        people.reactivate(ann, "ann", "");
        people.reactivate(ann, "ben", "");
      }
    }
  }

  @Test
  void whoever_is_deactivated_may_nothing_and_cannot_change_the_password() {
    done(people.add(ann, person("ben", Role.MARKETER)));
    Actor ben = people.person("ben").orElseThrow().actor();
    done(people.deactivate(ann, "ben", "left"));
    assertThat(people.person("ben").orElseThrow().actor().roles()).isEmpty();
    refused(people.changeOwnPassword(ben, PASSWORD, "four other words here"), "no-such-person");
  }

  @Test
  void a_password_that_is_reset_must_be_changed() {
    done(people.add(ann, person("ben", Role.MARKETER)));
    Actor ben = people.person("ben").orElseThrow().actor();
    done(people.changeOwnPassword(ben, PASSWORD, "four other words here"));
    refused(people.resetPassword(ann, "ben", "short"), "weak-password");
    refused(people.resetPassword(ann, "nobody", PASSWORD), "no-such-person");
    done(people.resetPassword(ann, "ben", PASSWORD));
    assertThat(people.person("ben").orElseThrow().mustChangePassword()).isTrue();
  }

  @Test
  void a_key_asks_by_its_roles_until_it_is_revoked() {
    done(people.addKey(ann, "till", Set.of(Role.INTEGRATOR), "sum"));
    AccessKey key = people.key("sum").orElseThrow();
    assertThat(key.actor()).isEqualTo(new Actor("key:till", Set.of(Role.INTEGRATOR)));
    assertThat(people.key("other")).isEmpty();
    refused(people.addKey(ann, "till", Set.of(), "other"), "name-taken");
    refused(people.addKey(ann, " ", Set.of(), "other"), "bad-name");
    refused(people.addKey(ann, "robot", Set.of(Role.REVIEWER), "other"), "key-cannot-review");
    refused(people.revokeKey(ann, "robot", ""), "no-such-key");
    done(people.revokeKey(ann, "till", "stolen"));
    assertThat(people.key("sum")).isEmpty();
    assertThat(people.keys(ann)).hasSize(1);
    assertThat(acts())
        .endsWith("ann key-added key:till {roles=integrator}", "ann key-revoked key:till stolen{}");
  }

  @Test
  void only_administrators_manage_and_only_who_may_reads_the_history() {
    Actor marketer = new Actor("mia", Set.of(Role.MARKETER));
    Actor support = new Actor("sue", Set.of(Role.SUPPORT));
    List<ThrowingCallable> managing =
        List.of(
            () -> people.all(marketer),
            () -> people.keys(marketer),
            () -> people.add(marketer, person("eve", Role.ADMINISTRATOR)),
            () -> people.changeRoles(marketer, "mia", Set.of(Role.ADMINISTRATOR), ""),
            () -> people.deactivate(marketer, "ann", ""),
            () -> people.reactivate(marketer, "ann", ""),
            () -> people.resetPassword(marketer, "ann", PASSWORD),
            () -> people.addKey(marketer, "x", Set.of(), "y"),
            () -> people.revokeKey(marketer, "x", ""));
    for (ThrowingCallable one : managing)
      assertThatThrownBy(one)
          .isInstanceOfSatisfying(
              NotPermittedException.class,
              refused -> assertThat(refused.permission()).isEqualTo(Permission.MANAGE_PEOPLE));
    List<ThrowingCallable> reading =
        List.of(
            () -> people.history(support, 0, 10), () -> people.verifyHistory(support, Head.EMPTY));
    for (ThrowingCallable one : reading)
      assertThatThrownBy(one).isInstanceOf(NotPermittedException.class);
    assertThat(people.verifyHistory(auditor, Head.EMPTY)).isInstanceOf(Verification.Whole.class);
  }

  @Test
  void what_was_done_when_the_process_died_is_recorded_by_whoever_comes_next() {
    List<Integer> left = new ArrayList<>();
    CredentialStore dying =
        new CredentialStore() {
          @Override
          public Staff staff() {
            return store.staff();
          }

          @Override
          public boolean put(Staff staff) {
            boolean put = store.put(staff);
            if (left.isEmpty()) throw new IllegalStateException("dead");
            return put;
          }

          @Override
          public HistoryStore history() {
            return store.history();
          }
        };
    assertThatThrownBy(
            () -> new People(dying, READABLE, CLOCK).add(ann, person("ben", Role.MARKETER)))
        .hasMessage("dead");
    assertThat(store.history().last().orElseThrow().number()).isOne();
    done(people.add(ann, person("cleo", Role.REVIEWER)));
    assertThat(acts()).extracting(act -> act.split(" ")[2]).containsExactly("", "ben", "cleo");
  }
}
