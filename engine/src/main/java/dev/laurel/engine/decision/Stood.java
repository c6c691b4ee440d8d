package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Posting.Account;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.message.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What stands of an event that was decided, once or several times: the last decision on it, and
 * what the postings of all of them come to. Immutable.
 */
public final class Stood {
  private final StoredDecision latest;
  private final int times;
  private final Given given;
  private final Map<Way, Long> net;
  private final PoolShares shares;
  private final OtherShares others;
  private final Set<String> messages;

  /** Between which accounts, and by which rule. */
  private record Way(String kind, String rule, Account from, Account to)
      implements Comparable<Way> {
    @Override
    public int compareTo(Way other) {
      int order = kind.compareTo(other.kind);
      if (order == 0) order = rule.compareTo(other.rule);
      if (order == 0) order = from.compareTo(other.from);
      return order == 0 ? to.compareTo(other.to) : order;
    }

    Way back() {
      return new Way(kind, rule, to, from);
    }
  }

  private Stood(
      StoredDecision latest,
      int times,
      Given given,
      Map<Way, Long> net,
      PoolShares shares,
      OtherShares others,
      Set<String> messages) {
    this.shares = shares;
    this.others = others;
    this.messages = Set.copyOf(messages);
    this.latest = latest;
    this.times = times;
    this.given = given;
    this.net = net;
  }

  /** Of an event that was decided once. */
  public static Stood of(StoredDecision decision, List<Posting> postings) {
    return new Stood(
        decision,
        1,
        decision.given(),
        plus(Map.of(), postings),
        PoolShares.NONE.plus(decision.shares()),
        OtherShares.NONE.plus(decision.others()),
        plus(Set.of(), decision));
  }

  /** The same after a correction. */
  public Stood then(StoredDecision correction, List<Posting> postings) {
    return new Stood(
        correction,
        times + 1,
        merged(correction.given()),
        plus(net, postings),
        shares.plus(correction.shares()),
        others.plus(correction.others()),
        plus(messages, correction));
  }

  /** What was given first counts; what was asked for later only was given later. */
  private Given merged(Given later) {
    Map<String, Long> budgets = new TreeMap<>(later.budgets());
    budgets.putAll(given.budgets());
    Map<String, Boolean> places = new TreeMap<>(later.places());
    places.putAll(given.places());
    Map<String, Long> shares = new TreeMap<>(later.shares());
    shares.putAll(given.shares());
    return given.with(budgets, places, shares).withCodes(given.codesWith(later));
  }

  private static Map<Way, Long> plus(Map<Way, Long> before, List<Posting> postings) {
    Map<Way, Long> after = new TreeMap<>(before);
    for (Posting posting : postings) {
      Way way = new Way(posting.kind(), posting.rule(), posting.from(), posting.to());
      long back = after.getOrDefault(way.back(), 0L);
      long left = Math.subtractExact(posting.units(), back);
      after.remove(way.back());
      if (left > 0) after.merge(way, left, Math::addExact);
      else if (left < 0) after.put(way.back(), -left);
    }
    return after;
  }

  private static Set<String> plus(Set<String> before, StoredDecision decision) {
    Set<String> all = new TreeSet<>(before);
    for (Outgoing made : decision.messages()) all.add(made.message());
    return all;
  }

  /** The messages that were made, by their ids in the pack; nothing unmakes them. */
  public Set<String> messages() {
    return messages;
  }

  public StoredDecision latest() {
    return latest;
  }

  /** How often it was decided, from 1. */
  public int times() {
    return times;
  }

  /** What its decisions were given of budgets, which is not given anew. */
  public Given given() {
    return given;
  }

  /** Whether nothing is left of it. */
  public boolean isUndone() {
    return latest.refusal().isPresent() && net.isEmpty() && shares.areNone() && others.areNone();
  }

  /**
   * What corrects it; empty where it stands as it is decided now.
   *
   * @param anew how it is decided now
   * @param because the key of the event that came late
   */
  public Optional<Decision> corrected(Decision anew, String because) {
    List<Posting> difference = difference(anew.postings());
    List<PoolShare> more = shares.upTo(anew.shares());
    List<OtherShare> ofOthers = others.upTo(anew.others());
    List<Finding> findings = findings(anew);
    List<Outgoing> newly =
        anew.messages().stream().filter(each -> !messages.contains(each.message())).toList();
    boolean same =
        difference.isEmpty()
            && more.isEmpty()
            && ofOthers.isEmpty()
            && newly.isEmpty()
            && anew.refusal().equals(latest.refusal())
            && anew.moves().equals(latest.moves())
            && findings.equals(latest.findings())
            && anew.bought().equals(latest.bought());
    return same
        ? Optional.empty()
        : Optional.of(
            anew.as(
                new Correction(latest.id(), because),
                anew.given().beyond(given),
                difference,
                more,
                ofOthers,
                sent(anew, more, ofOthers),
                findings,
                newly));
  }

  private List<Event> sent(Decision anew, List<PoolShare> more, List<OtherShare> ofOthers) {
    List<Event> sent = new ArrayList<>(PoolShares.sent(anew, more, times + 1));
    sent.addAll(
        OtherShares.sent(
            anew.event(),
            anew.asOf(),
            times + 1,
            ofOthers,
            Optional.empty(),
            Stream.of(anew.given(), latest.given()).flatMap(of -> of.bought().stream()).toList()));
    return List.copyOf(sent);
  }

  /** What rules came to; what does not happen any more tells which messages went out before. */
  private List<Finding> findings(Decision anew) {
    if (anew.refusal().isEmpty() || messages.isEmpty()) return anew.findings();
    List<Finding> findings = new ArrayList<>(anew.findings());
    for (String message : new TreeSet<>(messages))
      findings.add(new Finding.StaysSent(Sending.placeOf(message), message));
    return List.copyOf(findings);
  }

  /** First what is taken back of what stood, then what comes instead. */
  private List<Posting> difference(List<Posting> postings) {
    Map<Way, Long> now = plus(Map.of(), postings);
    List<Posting> difference = new ArrayList<>();
    net.forEach((way, units) -> {
      long less = units - now.getOrDefault(way, 0L);
      if (less > 0) difference.add(new Posting(way.to(), way.from(), way.kind(), less, way.rule()));
    });
    now.forEach((way, units) -> {
      long more = units - net.getOrDefault(way, 0L);
      if (more > 0) difference.add(new Posting(way.from(), way.to(), way.kind(), more, way.rule()));
    });
    return difference;
  }
}
