package dev.laurel.rules.check;

import static dev.laurel.rules.check.Case.set;
import static dev.laurel.rules.check.Make.a;

import dev.laurel.rules.condition.Feel;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ids, references, words for people, and what the vocabulary may add. */
class NamesTest {
  private static final String BASE = "earning/usual/rules/base/";

  static Stream<Case> ids() {
    return Stream.of(
        set(
            "an id with a space",
            "earning/bonus/rules/review/id",
            "the review",
            "bad-id earning/bonus/rules/the review/id"),
        set(
            "a name with a hyphen",
            "programme/counters/stamps/id",
            "my-stamps",
            "bad-id programme/counters/my-stamps/id"),
        set(
            "a row of a condition with a space",
            BASE + "when",
            new Rows(Map.of("a b", Feel.parse("purchase.quantity = 1"))),
            "bad-id earning/usual/rules/base/when/a b"),
        set("an empty id", "tables/rates/columns/tier/id", "", "bad-id tables/rates/columns/2/id"),
        set(
            "an attribute that no expression can name",
            "vocabulary/product/+",
            a(Vocabulary.Attribute.class, "id", "is-organic", "type", Vocabulary.Type.TRUTH),
            "bad-id vocabulary/product/is-organic/id"),
        set(
            "a rule with the id of one in another group",
            "earning/bonus/rules/+",
            a(
                EarningRule.class,
                "id",
                "by-night",
                "then",
                a(Outcome.Points.class, "kind", "points", "points", 1)),
            "duplicate-id earning/bonus/rules/by-night/id"),
        set(
            "two columns of one id",
            "tables/rates/columns/tier/id",
            "category",
            "duplicate-id tables/rates/columns/category/id"),
        set(
            "two requirements of one id in one tree",
            "ladders/main/tiers/gold/renewal/of/shop/id",
            "two",
            "duplicate-id ladders/main/tiers/gold/renewal/of/two/id"),
        set(
            "two attributes of one id of one event",
            "vocabulary/events/tasting/attributes/+",
            a(Vocabulary.Attribute.class, "id", "score", "type", Vocabulary.Type.NUMBER),
            "duplicate-id vocabulary/events/tasting/attributes/score/id"));
  }

  static Stream<Case> references() {
    return Stream.of(
        set(
            "an unknown period",
            "programme/metrics/spend/over",
            "yaer",
            "unknown-reference programme/metrics/spend/over"),
        set(
            "an unknown point kind",
            BASE + "then/1/kind",
            "pints",
            "unknown-reference earning/usual/rules/base/then/1/kind"),
        set(
            "an unknown segment in a list",
            BASE + "audience",
            List.of("vienna", "rome"),
            "unknown-reference earning/usual/rules/base/audience/2"),
        set(
            "a segment named twice",
            BASE + "audience",
            List.of("vienna", "vienna"),
            "named-twice earning/usual/rules/base/audience/2"),
        set(
            "neither a rule nor a group",
            "earning/bonus/rules/weekend/then/1/of",
            List.of("usual", "unusual"),
            "unknown-reference earning/bonus/rules/weekend/then/1/of/2"),
        set(
            "an optional period that is unknown",
            "programme/pointKinds/points/caps/yearly/over",
            "yearly",
            "unknown-reference programme/pointKinds/points/caps/yearly/over"),
        set(
            "an unknown type of event",
            "programme/metrics/days/counts/event",
            "checkin",
            "unknown-reference programme/metrics/days/counts/event"),
        set(
            "an unknown table",
            "earning/usual/rules/by-category/then/1/table",
            "rate",
            "unknown-reference earning/usual/rules/by-category/then/1/table"),
        set(
            "an unknown channel",
            "messages/nearly/channel",
            "pigeon",
            "unknown-reference messages/nearly/channel"));
  }

  static Stream<Case> words() {
    return Stream.of(
        set(
            "a title without English",
            "segments/vienna/title",
            new Text(new TreeMap<>(Map.of("de", "Wien"))),
            "no-english segments/vienna/title"),
        set(
            "a language that is none",
            "segments/vienna/title",
            new Text(new TreeMap<>(Map.of("en", "Vienna", "in German", "Wien"))),
            "bad-key segments/vienna/title/in German"),
        set("a blank description", "pack/description", Text.of(" "), "empty pack/description"),
        set("a version of one number", "pack/version", "2026", "bad-version pack/version"));
  }

  static Stream<Case> vocabulary() {
    return Stream.of(
        set(
            "an event type that is built in",
            "vocabulary/events/tasting/id",
            "review",
            "reserved-id vocabulary/events/review/id"),
        set(
            "an event type to which no rule could answer",
            "vocabulary/events/tasting/id",
            "grant",
            "reserved-id vocabulary/events/grant/id"),
        set(
                "a built-in word of members",
                "vocabulary/member/staff/id",
                "enrolled",
                "reserved-id vocabulary/member/enrolled/id")
            .and(Edit.remove("earning/bonus/rules/weekend/when/staff")),
        set(
                "a word of the language",
                "vocabulary/purchase/nights/id",
                "lines",
                "reserved-id vocabulary/purchase/lines/id")
            .and(Edit.set("scenarios/returned/steps/1/event/attributes", Map.of())),
        set(
            "a word of every event",
            "vocabulary/events/tasting/attributes/score/id",
            "month",
            "reserved-id vocabulary/events/tasting/attributes/month/id"),
        set(
                "a built-in word of some events, of another type",
                "vocabulary/events/tasting/attributes/score/type",
                Vocabulary.Type.TEXT,
                "conflicting-attribute vocabulary/events/tasting/attributes/score")
            .and(Edit.remove("earning/bonus/rules/review/when/only")),
        set(
                "one attribute with two types",
                "vocabulary/events/tasting/attributes/+",
                a(Vocabulary.Attribute.class, "id", "room", "type", Vocabulary.Type.TEXT),
                "conflicting-attribute vocabulary/events/tasting/attributes/room")
            .and(Edit.remove("earning/usual/rules/by-night/unless/only")),
        set(
            "personal data in an event",
            "vocabulary/events/stay/attributes/room/personal",
            true,
            "personal-in-event vocabulary/events/stay/attributes/room/personal"),
        set(
            "personal data in a purchase",
            "vocabulary/purchase/nights/personal",
            true,
            "personal-in-event vocabulary/purchase/nights/personal"),
        set(
            "a choice given twice",
            "vocabulary/member/shop/values",
            List.of("graz", "vienna", "graz"),
            "named-twice vocabulary/member/shop/values/3"));
  }

  @ParameterizedTest
  @MethodSource({"ids", "references", "words", "vocabulary"})
  void is_refused(Case wrong) {
    wrong.check();
  }
}
