package dev.laurel.engine.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody is in the programme. What each may do stands in {@link Permission}. */
public enum Role {
  /** Writes what the programme says. */
  MARKETER,
  /** Approves what others wrote. */
  REVIEWER,
  /** Looks at everything and changes nothing. */
  AUDITOR,
  /** Helps single members. */
  SUPPORT,
  /** Brings events and asks about members, mostly as a programme with a key. */
  INTEGRATOR,
  /** Runs the installation and says who is who. */
  ADMINISTRATOR;

  /** As it is written: {@code marketer}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role that is written so. */
  public static Optional<Role> of(String word) {
    return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
