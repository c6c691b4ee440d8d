package dev.laurel.engine.access;

import static dev.laurel.engine.access.Role.ADMINISTRATOR;
import static dev.laurel.engine.access.Role.AUDITOR;
import static dev.laurel.engine.access.Role.INTEGRATOR;
import static dev.laurel.engine.access.Role.MARKETER;
import static dev.laurel.engine.access.Role.REVIEWER;
import static dev.laurel.engine.access.Role.SUPPORT;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Who may do what: the one table. */
public enum Permission {
  READ_PROGRAMME(
      "read the programme", MARKETER, REVIEWER, AUDITOR, SUPPORT, INTEGRATOR, ADMINISTRATOR),
  READ_MEMBERS(
      "read about members", MARKETER, REVIEWER, AUDITOR, SUPPORT, INTEGRATOR, ADMINISTRATOR),
  SEE_PERSONAL_DATA("see personal data", SUPPORT, INTEGRATOR),
  ADJUST_POINTS("adjust a member's points", SUPPORT),
  EDIT_DRAFT("edit the draft", MARKETER),
  SUBMIT("submit the draft for review", MARKETER),
  APPROVE("approve a draft or send it back", REVIEWER),
  PUBLISH("publish what is approved", MARKETER, REVIEWER),
  IMPORT_PACK("import a pack", MARKETER),
  EXPORT_PACK("export a pack", MARKETER, REVIEWER, AUDITOR, INTEGRATOR, ADMINISTRATOR),
  POST_EVENTS("post events", INTEGRATOR),
  DELIVER_MESSAGES("deliver messages", INTEGRATOR),
  READ_HISTORY("read the history", MARKETER, REVIEWER, AUDITOR, ADMINISTRATOR),
  MANAGE_PEOPLE("manage people and keys", ADMINISTRATOR),
  BACK_UP("copy the store", ADMINISTRATOR),
  ERASE("erase a member", SUPPORT, INTEGRATOR, ADMINISTRATOR),
  ADVANCE_DEMO_CLOCK("put the demo clock forward", MARKETER, INTEGRATOR, ADMINISTRATOR);

  private final String words;
  private final Set<Role> roles;

  Permission(String words, Role... roles) {
    this.words = words;
    this.roles = Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(roles)));
  }

  /** What it allows, as it follows "may". */
  public String words() {
    return words;
  }

  /** The roles of which one is enough. */
  public Set<Role> roles() {
    return roles;
  }

  /** Stable, such as {@code edit-draft}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
