package dev.laurel.ui.studio.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every fault of a pack can be said in every language. */
class FaultWordsTest {
  /** Where the sources report a fault by its code. */
  private static final Pattern REPORTED =
      Pattern.compile(
          "(?:\\badd|\\bat|\\breport|\\bwrong|\\bunknown|\\bfault)\\(\\s*(?:report,\\s*)?\"([a-z]+(?:-[a-z]+)+)\"");

  private static final List<Path> SOURCES =
      List.of(
          Path.of("../rules/src/main/java/dev/laurel/rules/check"),
          Path.of("../rules/src/main/java/dev/laurel/rules/pack"),
          Path.of("../rules/src/main/java/dev/laurel/rules/condition"),
          Path.of("../engine/src/main/java/dev/laurel/engine/revision"));

  private static Properties chinese() throws IOException {
    Properties texts = new Properties();
    try (InputStream in =
        Objects.requireNonNull(FaultWords.class.getResourceAsStream("faults_zh.properties"))) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts;
  }

  private static Set<String> codes() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (Path folder : SOURCES)
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList())
          REPORTED
              .matcher(Files.readString(file))
              .results()
              .forEach(found -> codes.add(found.group(1)));
      }
    return codes;
  }

  @Test
  void every_code_that_is_reported_has_its_words() throws IOException {
    assertThat(codes()).hasSizeGreaterThan(60);
    assertThat(chinese().stringPropertyNames()).containsAll(codes());
  }

  @Test
  void each_says_what_is_wrong_and_what_to_do() throws IOException {
    Properties texts = chinese();
    for (String code : texts.stringPropertyNames())
      assertThat(texts.getProperty(code))
          .as(code)
          .matches("(?s)[^|]*\\p{IsHan}[^|]*。\\|[^|]*\\p{IsHan}[^|]*。");
  }

  @Test
  void nobody_who_reads_english_gets_less_than_the_fault_says() {
    Fault fault = Fault.at("bad-value", "programme/zone", "Nowhere", "No zone.", "Write one.");
    assertThat(FaultWords.message(fault)).isEqualTo("No zone.");
    assertThat(FaultWords.remedy(fault)).isEqualTo("Write one.");
  }
}
