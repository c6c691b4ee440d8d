package dev.laurel.engine.finder;

import dev.laurel.engine.governance.RevisionRecord;
import dev.laurel.engine.operation.MemberBrief;

/** Something that was found. Closed family, immutable. */
public sealed interface Found {
  /**
   * A tier of the draft.
   *
   * @param rank its number on its ladder, from 1
   * @param beside the title of its ladder
   */
  record Tier(String ladder, String id, int rank, String title, String beside) implements Found {}

  /**
   * A rule of the draft, in a group.
   *
   * @param place of it in the pack
   * @param beside the title of its group
   */
  record Rule(String place, String title, String beside) implements Found {}

  /** A rate table of the draft. */
  record Table(String place, String title) implements Found {}

  /**
   * A campaign of the draft.
   *
   * @param beside the title of one of its rules, where that is what was named; else empty
   */
  record Campaign(String place, String title, String beside) implements Found {}

  /**
   * A challenge, a segment, a benefit, or a message or set of offers of the draft.
   *
   * @param place of it in the pack
   */
  record Part(Kind kind, String place, String title) implements Found {
    /** What it is, which says where it is shown. */
    public enum Kind {
      CHALLENGE,
      SEGMENT,
      BENEFIT,
      /** A message or a set of offers. */
      MESSAGE
    }
  }

  /** A revision. */
  record Revision(RevisionRecord record) implements Found {}

  /** A member, masked. */
  record Member(MemberBrief brief) implements Found {}
}
