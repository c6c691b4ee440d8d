package dev.laurel.rules.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.oracle.Camunda;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** What holds for the text of every condition, and for every text. */
class FeelPropertyTest {
  @Property
  void what_is_printed_is_read_as_the_same_condition(@ForAll("conditions") Condition condition) {
    String text = Feel.print(condition);
    assertThat(Feel.parse(text)).isEqualTo(condition);
    assertThat(Feel.print(Feel.parse(text))).isEqualTo(text);
  }

  @Property
  void what_is_printed_is_feel(@ForAll("conditions") Condition condition) {
    assertThat(Feel.print(condition)).matches(Camunda::reads);
  }

  @Property
  void what_is_printed_can_be_seen_in_any_editor_and_carried_by_yaml(
      @ForAll("conditions") Condition condition) {
    assertThat(Feel.print(condition).codePoints())
        .allMatch(point ->
            point >= 0x20 && point <= 0x7E
                || point > 0xA0 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000)
        .noneMatch(point -> point >= 0x202A && point <= 0x202E)
        .noneMatch(point -> point >= 0x2066 && point <= 0x2069);
  }

  @Property
  void blanks_and_brackets_around_the_whole_change_nothing(
      @ForAll("conditions") Condition condition, @ForAll("blanks") List<String> blanks) {
    StringBuilder text = new StringBuilder("(");
    List<Token> tokens = Lexer.tokens(Feel.print(condition), new Complaints());
    for (int i = 0; i < tokens.size(); i++) {
      boolean words = i > 0 && isWordLike(tokens.get(i - 1)) && isWordLike(tokens.get(i));
      text.append(words ? " " : "").append(blanks.get(i % blanks.size()));
      text.append(tokens.get(i).source());
    }
    assertThat(Feel.parse(text.append(")").toString())).isEqualTo(condition);
  }

  @Property
  void a_text_is_read_or_refused_with_faults_that_lie_in_it(@ForAll("texts") String text) {
    try {
      assertThat(Feel.parse(text)).isEqualTo(Feel.parse(Feel.print(Feel.parse(text))));
    } catch (FeelException refused) {
      assertFaultsLieIn(text, refused);
    }
  }

  @Property
  void one_piece_changed_is_read_or_refused_with_faults_that_lie_in_the_text(
      @ForAll("conditions") Condition condition,
      @ForAll("pieces") String piece,
      @ForAll("change") Tuple2<Double, Boolean> change) {
    List<String> sources = new ArrayList<>();
    Lexer.tokens(Feel.print(condition), new Complaints())
        .forEach(token -> sources.add(token.source()));
    int place = (int) (change.get1() * (sources.size() - 1));
    if (change.get2()) sources.add(place, piece);
    else sources.set(place, piece);
    String text = String.join(" ", sources);
    try {
      assertThat(Feel.parse(text)).isEqualTo(Feel.parse(Feel.print(Feel.parse(text))));
    } catch (FeelException refused) {
      assertFaultsLieIn(text, refused);
    }
  }

  private static void assertFaultsLieIn(String text, FeelException refused) {
    assertThat(refused.faults())
        .isNotEmpty()
        .isSortedAccordingTo(java.util.Comparator.comparingInt(FeelFault::offset))
        .allSatisfy(fault -> {
          assertThat(text.startsWith(fault.text(), fault.offset())).isTrue();
          assertThat(fault.message()).isNotBlank().endsWith(".");
          assertThat(fault.remedy()).isNotBlank();
        });
  }

  private static boolean isWordLike(Token token) {
    return token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.NUMBER;
  }

  @Provide
  static Arbitrary<Condition> conditions() {
    return WildConditions.conditions();
  }

  @Provide
  static Arbitrary<List<String>> blanks() {
    return Arbitraries.of("", "", " ", "\n", "\t  ", "\u00A0", "\u3000").list().ofSize(7);
  }

  @Provide
  static Arbitrary<String> pieces() {
    return Arbitraries.of(
        "",
        "(",
        ")",
        "[",
        "]",
        ",",
        ".",
        "..",
        "=",
        "<",
        "and",
        "or",
        "not",
        "in",
        "between",
        "null",
        "some",
        "every",
        "count",
        "sum",
        "list",
        "contains",
        "item",
        "line",
        "satisfies",
        "5",
        "-",
        "\"a\"",
        "\"",
        "'",
        "date(",
        "@",
        "//",
        "/*",
        "purchase.lines",
        "a.b",
        "é",
        "\\",
        "1e5");
  }

  @Provide
  static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        pieces().list().ofMaxSize(40).map(parts -> String.join(" ", parts)),
        Arbitraries.strings().ascii().ofMaxLength(60),
        Arbitraries.strings().all().ofMaxLength(40));
  }

  @Provide
  static Arbitrary<Tuple2<Double, Boolean>> change() {
    return Combinators.combine(Arbitraries.doubles().between(0, 1), Arbitraries.of(true, false))
        .as(Tuple::of);
  }
}
