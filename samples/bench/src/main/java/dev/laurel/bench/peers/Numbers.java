package dev.laurel.bench.peers;

import java.util.Set;

/** Which facts are numbers. */
final class Numbers {
  private static final Set<String> TEXTS =
      Set.of(
          "member.region",
          "member.cityKind",
          "member.ageBand",
          "member.language",
          "member.household",
          "member.occupation",
          "member.device",
          "member.partner",
          "member.payment",
          "member.newsletter",
          "purchase.store",
          "line.category");

  private Numbers() {}

  static boolean are(String path) {
    return !TEXTS.contains(path);
  }
}
