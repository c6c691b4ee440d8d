package dev.laurel.rules.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text that is no condition is answered with every mistake in it, and with no other. */
class FeelFaultsTest {
  /** Wrong conditions with the places of their mistakes. */
  private static final Map<String, List<Integer>> WRONG =
      Map.ofEntries(
          Map.entry("gold = 1", List.of(0)),
          Map.entry("a.b = silver", List.of(6)),
          Map.entry("a.b == 1", List.of(4)),
          Map.entry("a.b", List.of(0)),
          Map.entry("5 = 5", List.of(0)),
          Map.entry("a.b = c.d", List.of(0)),
          Map.entry("a.b = 'x' ", List.of(6)),
          Map.entry("a.b = 1e5", List.of(6)),
          Map.entry("a.b < null", List.of(0)),
          Map.entry("1 <= a.b <= 5", List.of(9)),
          Map.entry("double(a.b) = 1", List.of(0)),
          Map.entry("a.b in (x, 1, y)", List.of(8, 14)),
          Map.entry("a.b in [x..5]", List.of(8)),
          Map.entry("a.b in [1..y)", List.of(11)),
          Map.entry("a.b in [1, 2]", List.of(7)),
          Map.entry("a.b between x and 5", List.of(12)),
          Map.entry("a.b between 1 and x", List.of(18)),
          Map.entry("a.b = date(\"2026-02-30\")", List.of(11)),
          Map.entry("a.b = time(\"10:30\")", List.of(11)),
          Map.entry("a.b = \"\\x\"", List.of(7)),
          Map.entry("not a.b = 1", List.of(4)),
          Map.entry("list contains(tags, \"x\")", List.of(14)),
          Map.entry("count(lines) > 1", List.of(6)),
          Map.entry("count(purchase.lines[line.x = 1]) > 1", List.of(21)),
          Map.entry("sum(purchase.lines) > 1", List.of(18)),
          Map.entry("count([a.b = 1, c = 1][item = true]) >= 2", List.of(16)),
          Map.entry("count([a.b = 1, a.b = 2]) >= 2", List.of(24)),
          Map.entry("count([a.b = 1, a.b = 2][item = true]) >= 3", List.of(0)),
          Map.entry("(some l in purchase.lines satisfies l.x = 1)", List.of(6)),
          Map.entry("(some line in purchase.lines satisfies line = 1)", List.of(39)),
          Map.entry("item.x = 1", List.of(0)),
          Map.entry("a.b = + 5", List.of(6)),
          Map.entry("a.b + 1 > 5", List.of(4)),
          Map.entry("a.b-c = 1", List.of(3)),
          Map.entry("member.größe = 1", List.of(0)),
          Map.entry("a.null = 1", List.of(0)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "§§                          ¦ 0 ¦             ¦ Here a condition is missing.",
        "a.b =                       ¦ 5 ¦             ¦ Here a value is missing.",
        "(a.b = 1                    ¦ 0 ¦ (           ¦ This bracket is never closed.",
        "a.b = 1)                    ¦ 7 ¦ )           ¦ No bracket is open here.",
        "(a.b = 1]                   ¦ 8 ¦ ]           ¦ The bracket \"(\" is closed by \"]\".",
        "a.b = 1 c.d = 2             ¦ 8 ¦ c           ¦ Here \"and\" or \"or\" is missing.",
        "a.b = \"open                ¦ 6 ¦ \"open      ¦ This text is never closed.",
        "a.b >= 1,000                ¦ 8 ¦ ,           ¦ A comma stands only between values",
        "a.b = 1 AND c.d = 2         ¦ 8 ¦ AND         ¦ Key words are written in small letters.",
        "a.b ≥ 1                     ¦ 4 ¦ ≥           ¦ FEEL knows no \"≥\".",
        "a.b = 1 || c.d = 2          ¦ 8 ¦ ||          ¦ FEEL knows no \"||\".",
        "a.b = “gold”                ¦ 6 ¦ “gold”      ¦ A text stands in straight double quotes.",
        "a.b = 1 // why              ¦ 8 ¦ // why      ¦ A condition holds no comment",
        "a.b = /* why */ 1           ¦ 6 ¦ /* why */   ¦ A condition holds no comment",
        "a.b = gold                  ¦ 6 ¦ gold        ¦ This is neither a fact nor a value.",
        "a.b = @\"2026-01-31\"       ¦ 6 ¦ @           ¦ This sign has no meaning here.",
        "a.b = date(\"31.1.2026\")   ¦ 11¦ \"31.1.2026\" ¦ There is no such date.",
        "a.b = 99999999999999999999999999999999999 ¦ 6 ¦ 99999999999999999999999999999999999"
            + "¦ A number has at most 34 digits",
        "cout(purchase.lines) > 1    ¦ 0 ¦ cout        ¦ Conditions know no such function.",
        "a.b in (1)[item = true]     ¦ 10 ¦ [          ¦ Here \"and\" or \"or\" is missing.",
        "a.b = 1 and some line in purchase.lines satisfies line.c = 1"
            + "¦ 12 ¦ some ¦ Behind \"and\" or \"or\" it must be clear",
        "some line in purchase.lines[item.c = 1] satisfies line.c = 1"
            + "¦ 13 ¦ purchase.lines[item.c = 1] ¦ Here the lines cannot be filtered.",
      })
  void a_mistake_is_named_with_its_place(String text, int offset, String found, String message) {
    List<FeelFault> faults = faults(text == null ? "" : text);
    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst().offset()).isEqualTo(offset);
    assertThat(faults.getFirst().text()).isEqualTo(found == null ? "" : found);
    assertThat(faults.getFirst().message()).startsWith(message);
    assertThat(faults.getFirst().remedy()).isNotBlank();
  }

  @Test
  void a_mistyped_function_is_answered_with_the_nearest() {
    assertThat(faults("cout(purchase.lines) > 1").getFirst().remedy())
        .isEqualTo("Did you mean \"count\"?");
  }

  @Test
  void every_mistake_is_found_at_once() {
    assertThat(faults("gold = 1 and (a.b == 2 or not c.d = 3) and e.f in (x, 2) and 5 = 5"))
        .extracting(FeelFault::text)
        .containsExactly("gold", "==", "c", "x", "5 = 5");
  }

  @Property
  void mistakes_are_found_in_any_company_and_nothing_else_is_called_one(
      @ForAll("parts") List<String> parts, @ForAll("frames") List<String> frames) {
    StringBuilder text = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String frame = frames.get(i % frames.size());
      text.append(i == 0 ? "" : i % 3 == 0 ? " or " : " and ");
      int start = text.length() + frame.indexOf('_');
      WRONG.getOrDefault(parts.get(i), List.of()).forEach(place -> places.add(start + place));
      text.append(frame.replace("_", parts.get(i)));
    }
    if (places.isEmpty()) assertThat(Feel.parse(text.toString())).isNotNull();
    else
      assertThat(faults(text.toString()))
          .describedAs(text.toString())
          .extracting(FeelFault::offset)
          .containsExactlyElementsOf(places);
  }

  @Test
  void brackets_beyond_every_bound_are_refused_without_going_into_them() {
    String deep = "(".repeat(4_990) + "a.b = 1" + ")".repeat(4_990);
    assertThat(faults(deep))
        .extracting(FeelFault::message)
        .containsExactly("Brackets are nested too deeply here.");
    assertThat(faults("not(".repeat(51) + "a.b = 1" + ")".repeat(51)))
        .extracting(FeelFault::message)
        .containsExactly("A condition is nested at most 50 deep, not 51 or more.");
    assertThat(Feel.parse("(".repeat(100) + "a.b = 1" + ")".repeat(100)))
        .isEqualTo(Feel.parse("a.b = 1"));
  }

  @Test
  void what_is_too_large_is_refused() {
    assertThat(faults("a.b = 1" + " ".repeat(9_994)))
        .extracting(FeelFault::message)
        .containsExactly("A condition has at most 10000 characters, not 10001.");
    String many = "1 " + ", 1".repeat(1_000);
    assertThat(faults("a.b in (" + many + ") and gold = 1"))
        .extracting(FeelFault::message)
        .containsExactly(
            "A list holds at most 1000 values.", "This is neither a fact nor a value.");
    assertThat(faults(String.join(" or ", Collections.nCopies(1_000, "a.b=1"))))
        .extracting(FeelFault::message)
        .containsExactly("A condition holds at most 1000 conditions, not 1001 or more.");
  }

  @Test
  void no_more_faults_are_named_than_somebody_reads() {
    assertThat(faults("gold or ".repeat(1_000) + "a.b = 1")).hasSize(100);
  }

  @Test
  void a_long_piece_is_cut_off_between_code_points() {
    FeelFault fault = faults("\"" + "x".repeat(118) + "😀😀").getFirst();
    assertThat(fault.text()).isEqualTo("\"" + "x".repeat(118));
  }

  private static List<FeelFault> faults(String text) {
    return catchThrowableOfType(FeelException.class, () -> Feel.parse(text)).faults();
  }

  @Provide
  static Arbitrary<List<String>> parts() {
    List<String> right =
        List.of(
            "a.b = 1",
            "a.b between 1 and 5",
            "a.b in (1, 2)",
            "count([a.b = 1, a.b = 2][item = true]) >= 2");
    return Arbitraries.oneOf(Arbitraries.of(WRONG.keySet()), Arbitraries.of(right))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  /** What a part stands in, at the underscore. */
  @Provide
  static Arbitrary<List<String>> frames() {
    return Arbitraries.of(
            "_",
            "(_)",
            "not(_)",
            "(a.b = 1 or _)",
            "((_) and a.b = 1)",
            "count([_, a.b = 1][item = true]) >= 1",
            "(every line in purchase.lines satisfies (_ or line.a = 1))")
        .list()
        .ofSize(5);
  }
}
