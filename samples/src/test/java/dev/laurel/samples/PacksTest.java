package dev.laurel.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.language.Mapping;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.pack.MappingReader;
import dev.laurel.rules.pack.MappingResult;
import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackWriter;
import dev.laurel.rules.sentence.Sentences;
import dev.laurel.rules.sentence.Speaker;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PacksTest {
  static List<String> names() {
    return PackFolders.names();
  }

  @Test
  void everyProgrammeIsThere() {
    assertThat(names())
        .containsExactly(
            "british-airways-club",
            "cafe",
            "gift-shop",
            "music-club",
            "sephora-beauty-insider",
            "starbucks-rewards",
            "ulta-beauty",
            "ulta-beauty-450",
            "united-premier",
            "world-of-hyatt");
  }

  @ParameterizedTest
  @MethodSource("names")
  void isReadWithoutFault(String name) {
    Pack pack = PackFolders.read(name);
    assertThat(pack.ladders()).isNotEmpty();
    assertThat(pack.earning()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isTheSameAfterExportAndImport(String name) {
    Pack pack = PackFolders.read(name);
    assertThat(PackReader.read(PackWriter.write(pack)))
        .isEqualTo(new PackResult.Read(pack, PackWriter.digest(pack)));
  }

  /** What is quoted or a code may be in any language, and a title in English may stand bare. */
  @Test
  void theCafeIsReadAloudInChineseWithoutAWordOfEnglish() {
    Speaker chinese = Speaker.of("zh").orElseThrow();
    StringBuilder all = new StringBuilder();
    Sentences.of(PackFolders.read("cafe")).all(100).forEach(p -> all.append(chinese.say(p)));
    String unquoted = all.toString().replaceAll("“[^”]*”", "");
    assertThat(Pattern.compile("[A-Za-z]+").matcher(unquoted).results().map(MatchResult::group))
        .containsOnly("Europe", "Berlin", "Asia", "Shanghai", "EUR");
    assertThat(Pattern.compile("[,;?!()\"]|\\p{IsHan}[.:]").matcher(unquoted).results())
        .allMatch(found -> found.group().equals(","));
    assertThat(unquoted).doesNotContainPattern("\\p{IsHan},").doesNotContain(" %", "，。", "。。");
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyScenarioMovesForwardAndExpectsSomething(String name) {
    for (Scenario scenario : PackFolders.read(name).scenarios()) {
      assertThat(scenario.steps()).as(scenario.id()).extracting(Scenario.Step::at).isSorted();
      assertThat(scenario.steps()).as(scenario.id()).anyMatch(step -> step.expect().isPresent());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void saysWhatItShowsAndThatItIsAnIllustration(String name) throws Exception {
    assertThat(Files.readString(PackFolders.folder(name).resolve("README.md")))
        .contains("An independent illustration");
  }

  @Test
  void thePacksOfRealProgrammesSayFromWhenTheirTermsAre() {
    assertThat(names())
        .filteredOn(name -> !List.of("cafe", "gift-shop", "music-club").contains(name))
        .allSatisfy(name -> assertThat(PackFolders.read(name).pack().asOf()).isPresent())
        .allSatisfy(name ->
            assertThat(PackFolders.read(name).pack().source().orElseThrow().in("en"))
                .contains("not affiliated"));
  }

  @Test
  void theMappingOfTheMusicClubReadsTheFileOfItsHistory() {
    byte[] content = PackFolders.files("music-club").get("mapping.yaml");
    MappingResult result = MappingReader.read("mapping.yaml", content);
    assertThat(result).isInstanceOf(MappingResult.Read.class);
    Mapping mapping = ((MappingResult.Read) result).mapping();
    assertThat(mapping.source().form()).isEqualTo(Mapping.Source.Form.WHITE_SPACE);
    assertThat(mapping.source().header()).isTrue();
    assertThat(mapping.id()).isEqualTo(new Mapping.Template.FileAndLine());
    assertThat(mapping.member()).isEqualTo("customer_id");
    assertThat(mapping.when().format()).isEqualTo("yyyyMMdd");
    assertThat(mapping.amount()).isEqualTo(new Mapping.Formula.Column("dollar_value"));
    assertThat(mapping.quantity()).contains(new Mapping.Formula.Column("number_of_cds"));
    assertThat(mapping.leaveOut()).isEmpty();
    assertThat(mapping.returns()).isEmpty();
    assertThat(mapping.groupBy()).isEmpty();
  }
}
