package dev.laurel.engine.explain;

import dev.laurel.engine.decision.Correction;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.Posting.Account;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Says why an event was decided once more, and what that changed. Immutable. */
record Corrected(Amounts amounts, Revision revision) {
  List<Sentence> of(Correction correction, List<Posting> difference) {
    List<Sentence> all = new ArrayList<>();
    all.add(Phrases.sentence("told.corrected", new Phrase.Code(correction.because())));
    for (PointKind kind : revision.pack().programme().pointKinds()) {
      long more = change(kind, difference, Account.PENDING, Account.AVAILABLE);
      long owed = -change(kind, difference, Account.DEBT);
      if (more > 0) all.add(said("told.corrected.more", kind, more));
      if (more < 0) all.add(said("told.corrected.less", kind, -more));
      if (owed > 0) all.add(said("told.corrected.owed", kind, owed));
      if (owed < 0) all.add(said("told.corrected.not-owed", kind, -owed));
      long pooled = pooled(kind, difference);
      if (pooled > 0) all.add(said("told.corrected.pooled", kind, pooled));
      if (pooled < 0) all.add(said("told.corrected.unpooled", kind, -pooled));
    }
    return all;
  }

  private Sentence said(String key, PointKind kind, long units) {
    return Phrases.sentence(key, amounts.points(kind.id(), units));
  }

  /** How much more goes on to the pool than did. */
  private static long pooled(PointKind kind, List<Posting> difference) {
    return change(
        kind,
        difference.stream().filter(posting -> posting.rule().equals("pool")).toList(),
        Account.TRANSFERRED);
  }

  private static long change(PointKind kind, List<Posting> difference, Account... accounts) {
    List<Account> of = List.of(accounts);
    long change = 0;
    for (Posting posting : difference)
      if (posting.kind().equals(kind.id())) {
        if (of.contains(posting.to())) change += posting.units();
        if (of.contains(posting.from())) change -= posting.units();
      }
    return change;
  }
}
