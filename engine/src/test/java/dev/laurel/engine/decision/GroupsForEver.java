package dev.laurel.engine.decision;

import java.util.List;

/** Into which groups some members of a test's campaign were put once. */
final class GroupsForEver {
  /** Of ann, bob, cid, dora and M00000001. */
  static final List<String> OF_WIN_BACK =
      List.of("variant:more", "variant:less", "variant:more", "control", "variant:more");

  private GroupsForEver() {}
}
