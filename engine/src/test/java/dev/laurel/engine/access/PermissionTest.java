package dev.laurel.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each role may, written down a second time. */
class PermissionTest {
  private static Set<Permission> of(Role role) {
    Actor actor = new Actor("ann", Set.of(role));
    Set<Permission> may = EnumSet.noneOf(Permission.class);
    for (Permission permission : Permission.values())
      if (actor.may(permission)) may.add(permission);
    return may;
  }

  @Test
  void a_marketer_writes_and_publishes_what_was_approved_but_approves_nothing() {
    assertThat(of(Role.MARKETER))
        .containsExactlyInAnyOrder(
            Permission.READ_PROGRAMME,
            Permission.READ_MEMBERS,
            Permission.EDIT_DRAFT,
            Permission.SUBMIT,
            Permission.PUBLISH,
            Permission.IMPORT_PACK,
            Permission.EXPORT_PACK,
            Permission.READ_HISTORY,
            Permission.ADVANCE_DEMO_CLOCK);
  }

  @Test
  void a_reviewer_approves_and_writes_nothing() {
    assertThat(of(Role.REVIEWER))
        .containsExactlyInAnyOrder(
            Permission.READ_PROGRAMME,
            Permission.READ_MEMBERS,
            Permission.APPROVE,
            Permission.PUBLISH,
            Permission.EXPORT_PACK,
            Permission.READ_HISTORY);
  }

  @Test
  void an_auditor_reads_only() {
    assertThat(of(Role.AUDITOR))
        .containsExactlyInAnyOrder(
            Permission.READ_PROGRAMME,
            Permission.READ_MEMBERS,
            Permission.EXPORT_PACK,
            Permission.READ_HISTORY);
  }

  @Test
  void support_helps_single_members() {
    assertThat(of(Role.SUPPORT))
        .containsExactlyInAnyOrder(
            Permission.READ_PROGRAMME,
            Permission.READ_MEMBERS,
            Permission.SEE_PERSONAL_DATA,
            Permission.ADJUST_POINTS,
            Permission.ERASE);
  }

  @Test
  void an_integrator_brings_events_and_asks_about_members() {
    assertThat(of(Role.INTEGRATOR))
        .containsExactlyInAnyOrder(
            Permission.READ_PROGRAMME,
            Permission.READ_MEMBERS,
            Permission.SEE_PERSONAL_DATA,
            Permission.POST_EVENTS,
            Permission.DELIVER_MESSAGES,
            Permission.EXPORT_PACK,
            Permission.ERASE,
            Permission.ADVANCE_DEMO_CLOCK);
  }

  @Test
  void an_administrator_runs_the_installation_and_touches_no_points() {
    assertThat(of(Role.ADMINISTRATOR))
        .containsExactlyInAnyOrder(
            Permission.READ_PROGRAMME,
            Permission.READ_MEMBERS,
            Permission.EXPORT_PACK,
            Permission.READ_HISTORY,
            Permission.MANAGE_PEOPLE,
            Permission.BACK_UP,
            Permission.ERASE,
            Permission.ADVANCE_DEMO_CLOCK);
  }

  @Test
  void several_roles_may_what_each_may_and_none_may_nothing() {
    Actor both = new Actor("ann", Set.of(Role.AUDITOR, Role.SUPPORT));
    assertThat(both.may(Permission.READ_HISTORY)).isTrue();
    assertThat(both.may(Permission.ADJUST_POINTS)).isTrue();
    assertThat(both.may(Permission.APPROVE)).isFalse();
    Actor nobody = new Actor("ann", Set.of());
    for (Permission permission : Permission.values())
      assertThat(nobody.may(permission)).as(permission.code()).isFalse();
  }

  @Test
  void a_refusal_says_who_what_and_whom_to_ask() {
    assertThatThrownBy(() -> new Actor("ann", Set.of(Role.AUDITOR)).require(Permission.PUBLISH))
        .isInstanceOfSatisfying(
            NotPermittedException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("not-permitted");
              assertThat(refused.permission()).isEqualTo(Permission.PUBLISH);
            })
        .hasMessage(
            "ann may not publish what is approved: that takes the role marketer or reviewer. "
                + "Ask an administrator for it, or somebody who has it.");
  }
}
