package dev.laurel.ui.studio.frame;

import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.explain.Explanations;

/** Says in the language of whoever looks why something was not done. */
public final class Refusals {
  private Refusals() {}

  /** In English as the engine says it, since that names people and places; else in fewer words. */
  public static String say(Refusal refusal) {
    Words words = Words.here();
    return switch (words.language()) {
      case ENGLISH -> refusal.sentence();
      case CHINESE -> brief(refusal, words);
    };
  }

  private static String brief(Refusal refusal, Words words) {
    return switch (refusal.code()) {
      case "in-review" -> words.of("refusal.in-review");
      case "not-in-review" -> words.of("refusal.not-in-review");
      case "not-approved" -> words.of("refusal.not-approved");
      case "not-permitted" -> words.of("refusal.not-permitted");
      case "author-cannot-approve" -> words.of("refusal.author-cannot-approve");
      case "changed-since" -> words.of("refusal.changed-since");
      case "another-digest" -> words.of("refusal.another-digest");
      case "another-draft" -> words.of("refusal.another-draft");
      case "rebased" -> words.of("refusal.rebased");
      case "base-outdated" -> words.of("refusal.base-outdated");
      case "faulty" -> words.of("refusal.faulty");
      case "nothing-changed" -> words.of("refusal.nothing-changed");
      case "no-reason" -> words.of("refusal.no-reason");
      case "not-in-future" -> words.of("refusal.not-in-future");
      case "before-scheduled" -> words.of("refusal.before-scheduled");
      case "nothing-to-undo" -> words.of("refusal.nothing-to-undo");
      case "nothing-to-redo" -> words.of("refusal.nothing-to-redo");
      case "not-there" -> words.of("refusal.not-there");
      case "already-there" -> words.of("refusal.already-there");
      case "long-reason" -> words.of("refusal.long-reason");
      case "no-points" -> words.of("refusal.no-points");
      case "bad-points" -> words.of("refusal.bad-points");
      case "unknown-points" -> words.of("refusal.unknown-points");
      case "unknown-member" -> words.of("refusal.unknown-member");
      case "not-recorded" -> words.of("refusal.not-recorded");
      case "wrong-password" -> words.of("refusal.wrong-password");
      case "weak-password" -> words.of("refusal.weak-password");
      case "no-title" -> words.of("refusal.no-title");
      case "not-evaluated" -> words.of("refusal.not-evaluated");
      case "not-a-scenario" -> words.of("refusal.not-a-scenario");
      case "nothing-known" -> words.of("refusal.nothing-known");
      default ->
          words
              .speaker()
              .say(Explanations.refused(new Decision.Refusal(refusal.code(), refusal.sentence())));
    };
  }
}
