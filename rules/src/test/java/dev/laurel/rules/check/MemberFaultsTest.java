package dev.laurel.rules.check;

import static dev.laurel.rules.check.Case.set;
import static dev.laurel.rules.check.Make.a;

import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Benefit.Price;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningGroup.Limit;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Edge;
import dev.laurel.rules.language.Message;
import dev.laurel.rules.language.OfferSet;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Segment.Membership;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Text;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Segments, benefits, messages and offers. */
class MemberFaultsTest {

  static Stream<Case> segments() {
    return Stream.of(
        set(
            "a segment that asks for an event",
            "segments/vienna/is/when/only",
            "event.month = 1",
            "not-here segments/vienna/is/when/only"),
        set(
            "an exception that fails",
            "segments/rich/is/unless/only",
            "member.hobbies = \"chess\"",
            "wrong-comparison segments/rich/is/unless/only"),
        set(
            "no quintile",
            "segments/best/is/frequency",
            List.of(),
            "empty-list segments/best/is/frequency"),
        new Case(
            "a class without bounds",
            Edit.remove("segments/spenders/is/from").and(Edit.remove("segments/spenders/is/below")),
            "empty-range segments/spenders/is"),
        set(
            "a class upside down",
            "segments/spenders/is/from",
            "200.5",
            "empty-range segments/spenders/is/below"),
        set(
            "a class from a part of a cent",
            "segments/spenders/is/from",
            "0.001",
            "too-many-decimals segments/spenders/is/from"),
        set(
            "no values",
            "segments/friends/is/values",
            List.of(),
            "empty-list segments/friends/is/values"),
        set(
            "an unknown attribute",
            "segments/friends/is/attribute",
            "member.sauce",
            "unknown-word segments/friends/is/attribute"),
        set(
            "an attribute that is no text",
            "segments/friends/is/attribute",
            "member.staff",
            "wrong-type segments/friends/is/attribute"),
        set(
            "an attribute of purchases",
            "segments/friends/is/attribute",
            "purchase.store",
            "not-here segments/friends/is/attribute"),
        set(
            "a value that cannot be chosen",
            "segments/friends/is/attribute",
            "member.shop",
            "unknown-value segments/friends/is/values/1"),
        set(
            "personal data",
            "segments/friends/is/attribute",
            "member.phone",
            "personal-word segments/friends/is/attribute"),
        set(
            "new for no time",
            "segments/lost/is/newFor",
            Span.parse("0 days"),
            "empty-span segments/lost/is/newFor"),
        set(
            "lost while active",
            "segments/lost/is/lostAfter",
            Span.parse("30 days"),
            "lost-before-inactive segments/lost/is/lostAfter"),
        new Case(
            "an alert without bounds",
            Edit.remove("segments/lost/alerts/many/belowPercent")
                .and(Edit.remove("segments/lost/alerts/many/abovePercent")),
            "empty-alert segments/lost/alerts/many"),
        set(
            "an alert that always rings",
            "segments/lost/alerts/many/belowPercent",
            21,
            "empty-range segments/lost/alerts/many/belowPercent"));
  }

  static Stream<Case> segmentCycles() {
    return Stream.of(
        set(
            "a segment that asks for itself",
            "segments/vienna/is/when/only",
            "not(list contains(member.segments, \"vienna\"))",
            "segment-cycle segments/vienna/is"),
        set(
                "two segments that ask for one another",
                "segments/vienna/is/when/only",
                "list contains(member.segments, \"rich\")",
                "segment-cycle segments/vienna/is")
            .and(Edit.remove("programme/metrics/nights/counts/when/only")),
        set(
            "a segment that asks for any",
            "segments/rich/is/when/only",
            "member.segments != null",
            "segment-cycle segments/rich/is"),
        set(
            "a segment by its own name",
            "segments/friends/is",
            new Membership.Attributed(
                Membership.Attributed.Dimension.NEED, "member.segments", List.of("friends")),
            "segment-cycle segments/friends/is"));
  }

  static Stream<Case> benefits() {
    return Stream.of(
        set(
            "a price of qualifying points",
            "benefits/cup/price/kind",
            "status",
            "not-redeemable benefits/cup/price/kind"),
        set(
            "a price of half a point",
            "benefits/cup/price/points",
            "0.5",
            "too-many-decimals benefits/cup/price/points"),
        set(
            "a worth of a part of a cent",
            "benefits/discount/price/worth",
            "0.001",
            "too-many-decimals benefits/discount/price/worth"),
        set(
            "a price without steps",
            "benefits/cup/price",
            new Price.Steps("points", List.of()),
            "empty-list benefits/cup/price/steps"),
        set(
            "steps that fall",
            "benefits/voucher/price/steps/large/points",
            100,
            "steps-not-rising benefits/voucher/price/steps/large/points"),
        set(
            "codes that are guessed",
            "benefits/cup/codes",
            Optional.of(new Benefit.Codes("COFFEE-", 12)),
            "code-too-short benefits/cup/codes/length"),
        set(
            "codes that nobody can read aloud",
            "benefits/cup/codes",
            Optional.of(new Benefit.Codes("caf\u00e9", 12)),
            "bad-prefix benefits/cup/codes/prefix"),
        set(
                "codes that are used twice",
                "benefits/cup/codes",
                Optional.of(new Benefit.Codes("CAFE", 12)),
                "code-used-often benefits/cup/entitlement/uses")
            .and(
                Edit.set(
                    "benefits/cup/entitlement",
                    Optional.of(
                        new Benefit.Entitlement(
                            2, Optional.empty(), Optional.empty(), Edge.TO_ITS_END)))),
        set(
            "codes of what nobody hands out",
            "benefits/coffee/codes",
            Optional.of(new Benefit.Codes("CAFE", 12)),
            "codes-of-held benefits/coffee/codes"),
        set(
            "a condition of purchases",
            "benefits/coffee/when/only",
            "purchase.amount > 1",
            "not-here benefits/coffee/when/only"));
  }

  static Stream<Case> messages() {
    return Stream.of(
        set(
            "an unknown placeholder",
            "messages/nearly/template",
            Text.of("Dear {name}"),
            "unknown-placeholder messages/nearly/template"),
        set(
            "an open brace in another language",
            "messages/nearly/template",
            new Text(new TreeMap<>(Map.of("en", "{points}", "de", "{points"))),
            "unknown-placeholder messages/nearly/template/de"),
        set(
            "a quiet time of a whole day",
            "messages/nearly/quiet",
            new Message.Quiet(LocalTime.NOON, LocalTime.NOON),
            "empty-range messages/nearly/quiet"),
        set(
            "a limit of points",
            "messages/nearly/limits/weekly/of",
            Limit.Of.POINTS,
            "points-of-message messages/nearly/limits/weekly/of"));
  }

  static Stream<Case> offers() {
    return Stream.of(
        set("no offers", "offers/best/of", List.of(), "empty-list offers/best/of"),
        set(
            "an offer of nothing",
            "offers/best/of/cup/then",
            List.of(),
            "no-outcome offers/best/of/cup/then"),
        set(
            "an offer of an offer",
            "offers/best/of/cup/then",
            new Outcome.Offer("best"),
            "offer-in-offer offers/best/of/cup/then/1"),
        set(
            "a condition that not all who make the offer can answer",
            "offers/best/of/cup/when/only",
            "purchase.amount > 1",
            "not-here offers/best/of/cup/when/only"),
        set(
            "a condition of purchases that no rule makes",
            "offers/+",
            a(
                OfferSet.class,
                "id",
                "idle",
                "of",
                a(
                    OfferSet.Offer.class,
                    "id",
                    "cup",
                    "unless",
                    "purchase.amount > 1",
                    "then",
                    new Outcome.Send("nearly"))),
            "not-here offers/idle/of/cup/unless/only"));
  }

  static Stream<Case> offersThatMultiply() {
    return Stream.of(
        new Case(
            "offers whose multipliers need one another",
            Edit.set("earning/+", group("coffee", makes("mocha", "coffees")))
                .and(Edit.set("earning/+", group("snacks", makes("bagel", "bites"))))
                .and(Edit.set("offers/+", doubles("coffees", "snacks")))
                .and(Edit.set("offers/+", doubles("bites", "coffee"))),
            "cyclic-multipliers offers/coffees/of/double/then"),
        new Case(
            "an offer that multiplies what its rule gives",
            Edit.set("earning/usual/rules/+", makes("mocha", "coffees"))
                .and(Edit.set("offers/+", doubles("coffees", "base", "mocha"))),
            "multiplies-itself offers/coffees/of/double/then/1/of/2"),
        new Case(
            "an offer that multiplies another multiplier of the group that makes it",
            Edit.set("earning/bonus/rules/+", makes("mocha", "coffees"))
                .and(Edit.set("offers/+", doubles("coffees", "weekend"))),
            "multiplies-beside offers/coffees/of/double/then/1/of/1"),
        new Case(
            "an offer that multiplies what never happens together",
            Edit.set("earning/bonus/rules/+", makes("mocha", "coffees"))
                .and(Edit.set("offers/+", doubles("coffees", "review"))),
            "nothing-to-multiply offers/coffees/of/double/then/1/of"));
  }

  private static EarningGroup group(String id, EarningRule rule) {
    return a(EarningGroup.class, "id", id, "rules", rule);
  }

  private static EarningRule makes(String id, String offers) {
    return a(EarningRule.class, "id", id, "then", new Outcome.Offer(offers));
  }

  private static OfferSet doubles(String id, String... of) {
    return a(
        OfferSet.class,
        "id",
        id,
        "of",
        a(
            OfferSet.Offer.class,
            "id",
            "double",
            "then",
            new Outcome.Multiply(BigDecimal.TWO, List.of(of))));
  }

  @ParameterizedTest
  @MethodSource({
    "segments",
    "segmentCycles",
    "benefits",
    "messages",
    "offers",
    "offersThatMultiply"
  })
  void is_refused(Case wrong) {
    wrong.check();
  }
}
