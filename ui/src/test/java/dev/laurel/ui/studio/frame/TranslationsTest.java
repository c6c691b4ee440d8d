package dev.laurel.ui.studio.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No text of the studio is missing in a language, and none is left over. */
class TranslationsTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/laurel/ui/studio");

  /** A key as the sources write it. */
  private static final Pattern KEY =
      Pattern.compile(
          "\"((?:find|place|group|frame|settings|strip|keys|signin|try|progress|verdict|member|members|purse|facts|timeline|home|tiers|words|earning|campaigns|review|revisions|fault|refusal|scenario|history|password|segments|benefits|parts|holdings|messages)\\.[a-z.-]+)\"");

  private final Properties english = texts("en");
  private final Properties chinese = texts("zh");

  private static Properties texts(String language) {
    Properties texts = new Properties();
    try (InputStream in =
        TranslationsTest.class.getResourceAsStream(
            "/vaadin-i18n/translations_%s.properties".formatted(language))) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return texts;
  }

  private static Set<String> asked() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      Set<String> keys = new TreeSet<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList())
        KEY.matcher(Files.readString(file)).results().forEach(found -> keys.add(found.group(1)));
      return keys;
    }
  }

  @Test
  void every_text_that_is_asked_for_is_there_and_no_other() throws IOException {
    assertThat(english.stringPropertyNames())
        .as("texts in English against those the sources ask for")
        .containsExactlyInAnyOrderElementsOf(asked());
  }

  @Test
  void every_language_has_every_text() {
    assertThat(chinese.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
  }

  @Test
  void every_language_uses_the_same_parameters() {
    for (String key : english.stringPropertyNames())
      assertThat(parameters(chinese.getProperty(key)))
          .as(key)
          .isEqualTo(parameters(english.getProperty(key)));
  }

  private static Set<String> parameters(String text) {
    // Whether it can be filled in at all.
    new MessageFormat(text);
    return Pattern.compile("\\{\\d+}")
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
