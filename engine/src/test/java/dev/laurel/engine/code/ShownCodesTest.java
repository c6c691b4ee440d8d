package dev.laurel.engine.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.DecisionJson;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.decision.Having;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.ledger.Story;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who sees the codes that members have. */
class ShownCodesTest {
  private static final String CAKES =
      """
      benefits:
        - {id: CAKE-1, title: Cake, codes: {prefix: CAKE-, length: 11}}
      earning:
        - id: usual
          title: Usual
          rules:
            - {id: thanks, title: Thanks, then: [{type: entitle, benefit: CAKE-1, count: 2}]}
      """;

  private final Story story = Story.of(CAKES);
  private final Decision bought = story.buys("2026-03-10T10:00", 1_000);
  private final List<String> codes =
      bought.findings().stream()
          .filter(Finding.HandedOut.class::isInstance)
          .flatMap(each -> ((Finding.HandedOut) each).codes().stream())
          .toList();

  private byte[] written() {
    JsonWriter to = new JsonWriter();
    DecisionJson.of(EventTerms.of(story.revision().pack())).write(bought, to);
    return to.toBytes();
  }

  private static ShownCodes to(Role role) {
    return ShownCodes.to(new Actor("mara", Set.of(role)));
  }

  @ParameterizedTest
  @EnumSource
  void who_posts_events_or_adjusts_points_sees_the_whole_code(Role role) {
    boolean whole = role == Role.SUPPORT || role == Role.INTEGRATOR;
    assertThat(codes).hasSize(2).allMatch(code -> code.startsWith("CAKE-"));
    for (String code : codes)
      assertThat(to(role).of(code))
          .isEqualTo(whole ? code : "••••" + code.substring(code.length() - 4));
  }

  @Test
  void a_decision_is_read_with_masked_codes_and_nothing_else_of_it_differs() {
    byte[] masked = to(Role.ADMINISTRATOR).in(written());
    String text = new String(masked, StandardCharsets.UTF_8);
    assertThat(codes).noneMatch(text::contains);
    assertThat(new String(written(), StandardCharsets.UTF_8)).contains(codes);
    for (String code : codes) text = text.replace(ShownCodes.masked(code), code);
    assertThat(text).isEqualTo(new String(written(), StandardCharsets.UTF_8));
    assertThat(DecisionReader.of(story.revision()).read(masked).given().codes())
        .isEqualTo(Map.of("CAKE-1", codes.stream().map(ShownCodes::masked).toList()));
    assertThat(to(Role.SUPPORT).in(written())).isEqualTo(written());
  }

  @Test
  void what_a_member_has_is_shown_by_its_last_characters() {
    Having.Usable cake =
        new Having(story.revision())
            .benefits(story.state(), bought.asOf())
            .getFirst()
            .with(to(Role.MARKETER));
    assertThat(cake.handedOut())
        .extracting(each -> each.code().orElseThrow())
        .containsExactlyElementsOf(codes.stream().map(ShownCodes::masked).toList());
  }

  @Test
  void whys_and_refusals_tell_no_whole_code() {
    Decision refused = story.does("2026-03-10T11:00", new Body.Use("", Optional.of("CAKE-999999")));
    assertThat(refused.refusal().orElseThrow().message()).contains("••••9999");
    for (Decision decision : List.of(bought, refused))
      for (String language : List.of("en", "zh"))
        assertThat(story.why(decision, language))
            .noneMatch(
                line -> line.contains("CAKE-999999") || codes.stream().anyMatch(line::contains));
    assertThat(story.why(bought))
        .anyMatch(line -> line.contains(ShownCodes.masked(codes.getFirst())));
  }
}
