package dev.laurel.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.Posting.Account;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.PointKind;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Holds, decision by decision, that one member's postings balance, that the stored state is what
 * the postings tell, and that nothing is negative that may not be. Hand it to a fold as what each
 * decision goes to. As an extension it also refuses a test that has made no decision at all. Not
 * thread-safe.
 */
public final class LedgerInvariants implements Consumer<Decision>, AfterEachCallback {
  private final Map<String, Map<Account, Long>> balances = new TreeMap<>();
  private final Set<String> ids = new HashSet<>();
  private Optional<Revision> revision = Optional.empty();
  private Optional<MemberState> before = Optional.empty();

  /** The revision under which decisions are made, and the state before the first of them. */
  public LedgerInvariants begin(Revision under, MemberState state) {
    balances.clear();
    ids.clear();
    revision = Optional.of(under);
    before = Optional.of(state);
    for (Purse purse : state.purses()) {
      Map<Account, Long> of = new EnumMap<>(Account.class);
      for (Account account : Account.values()) of.put(account, balance(purse, account));
      balances.put(purse.kind(), of);
    }
    return this;
  }

  @Override
  public void accept(Decision decision) {
    MemberState earlier = before.orElseThrow();
    MemberState after = decision.after();
    assertThat(ids.add(decision.id())).as("%s is a new decision", decision.id()).isTrue();
    assertThat(decision.revision()).isEqualTo(revision.orElseThrow().digest());
    assertThat(after.asOf()).isAfterOrEqualTo(earlier.asOf());
    if (decision.refusal().isPresent()) {
      assertThat(decision.postings()).as("postings of a refusal").isEmpty();
      assertThat(decision.moves()).as("moves of a refusal").isEmpty();
      assertThat(decision.findings()).as("findings of a refusal").isEmpty();
    } else assertThat(after.version()).isGreaterThan(earlier.version());
    for (Posting posting : decision.postings()) post(posting);
    after.purses().forEach(purse -> holds(purse, decision));
    awardsAreIssued(decision);
    othersGetWhatIsGiven(decision);
    after.standings().forEach(standing -> holds(standing, decision));
    before = Optional.of(after);
  }

  private void post(Posting posting) {
    Map<Account, Long> of = balances.get(posting.kind());
    assertThat(of).as("the accounts of %s", posting.kind()).isNotNull();
    of.merge(posting.from(), -posting.units(), Math::addExact);
    of.merge(posting.to(), posting.units(), Math::addExact);
  }

  private void holds(Purse purse, Decision decision) {
    Map<Account, Long> of = balances.get(purse.kind());
    assertThat(of.values().stream().mapToLong(Long::longValue).sum())
        .as("the sum of all accounts of %s", purse.kind())
        .isZero();
    for (Account account : Account.values()) {
      long stored = balance(purse, account);
      assertThat(stored)
          .as("%s of %s as stored and as posted, after %s", account, purse.kind(), decision.event())
          .isEqualTo(of.get(account));
      if (account == Account.ISSUED || account == Account.DEBT)
        assertThat(stored).as("%s of %s", account, purse.kind()).isLessThanOrEqualTo(0);
      else if (account == Account.TRANSFERRED || account == Account.AVAILABLE && purse.below() > 0)
        continue;
      else assertThat(stored).as("%s of %s", account, purse.kind()).isGreaterThanOrEqualTo(0);
    }
    if (purse.below() > 0)
      assertThat(purse.available())
          .as("%s of which more was taken than there was", purse.kind())
          .isEqualTo(-purse.below());
    if (purse.debt() > 0)
      assertThat(purse.available()).as("%s beside a debt", purse.kind()).isNotPositive();
    for (Purse.Lot lot : purse.lots()) {
      assertThat(lot.units()).as("units of a lot of %s", purse.kind()).isPositive();
      if (lot.pending())
        assertThat(lot.availableOn()).as("the wait of %s", lot).isGreaterThan(lot.earnedOn());
    }
  }

  private static long balance(Purse purse, Account account) {
    return switch (account) {
      case ISSUED -> -purse.earned();
      case PENDING -> purse.pending();
      case AVAILABLE -> purse.available();
      case RESERVED -> purse.reservedUnits();
      case REDEEMED -> purse.redeemed();
      case EXPIRED -> purse.expired();
      case REVERSED -> purse.reversed();
      case TRANSFERRED -> purse.exchange().given() - purse.exchange().received();
      case FEE -> purse.exchange().fees();
      case DEBT -> -purse.debt();
    };
  }

  /** What rules are said to have given is what was issued, and never less than nothing. */
  private void awardsAreIssued(Decision decision) {
    if (decision.event().body() instanceof Body.Adjustment) return;
    for (PointKind kind : revision.orElseThrow().pack().programme().pointKinds()) {
      long given = 0;
      for (Finding finding : decision.findings())
        if (finding instanceof Finding.Fired(var rule, var awards))
          for (Finding.Award award : awards) {
            if (!award.kind().equals(kind.id()) || !award.isOwn()) continue;
            assertThat(award.units()).as("what %s gives", rule).isGreaterThanOrEqualTo(0);
            given += award.units();
          }
        else if (finding instanceof Finding.Rewarded(var _, var _, var _, var awards))
          for (Finding.Award award : awards)
            if (award.kind().equals(kind.id())) given += Math.max(0, award.units());
      long issued =
          decision.postings().stream()
              .filter(p -> p.from() == Account.ISSUED && p.kind().equals(kind.id()))
              .mapToLong(Posting::units)
              .sum();
      assertThat(issued).as("%s issued and awarded", kind.id()).isEqualTo(given);
    }
  }

  /** What rules are said to have given others is what is sent to them, no more and no less. */
  private void othersGetWhatIsGiven(Decision decision) {
    if (decision.event().body() instanceof Body.Return) return;
    Map<String, Long> given = new TreeMap<>();
    for (Finding finding : decision.findings()) {
      if (finding instanceof Finding.Fired(var rule, var awards))
        for (Finding.Award award : awards)
          award
              .to()
              .ifPresent(to ->
                  given.merge(rule + " " + award.kind() + " " + to, award.units(), Long::sum));
      if (finding instanceof Finding.HandedOn(var rule, var benefit, var count, var to))
        given.merge(rule + " " + benefit + " " + to, count, Long::sum);
    }
    given.values().removeIf(units -> units == 0);
    Map<String, Long> sent = new TreeMap<>();
    for (Event event : decision.sent())
      if (event.body() instanceof Body.ReferralReward reward)
        for (Body.ReferralReward.Part part : reward.parts())
          sent.merge(
              part.rule() + " " + part.kind() + part.benefit() + " " + event.member(),
              part.units(),
              Long::sum);
    assertThat(sent).as("sent to others").isEqualTo(given);
  }

  private void holds(MemberState.Standing standing, Decision decision) {
    LocalDate day =
        decision.event().occurredAt().atZone(revision.orElseThrow().zone()).toLocalDate();
    assertThat(standing.until())
        .as("the end of %s after %s", standing, decision.event())
        .matches(until -> until.isEmpty() || until.get().isAfter(standing.since()));
    if (decision.event().body() instanceof Body.Due(var what, var of)
        && what == Body.Due.What.REVIEW
        && of.equals(standing.ladder()))
      assertThat(standing.until())
          .as("the end of %s after its review", standing)
          .matches(until -> until.isEmpty() || until.get().isAfter(day));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(ids).as("decisions whose ledger was looked at").isNotEmpty();
  }
}
