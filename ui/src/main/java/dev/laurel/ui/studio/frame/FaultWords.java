package dev.laurel.ui.studio.frame;

import static java.util.Objects.requireNonNull;

import dev.laurel.rules.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * Says what is wrong with a pack in the language of whoever looks. In English as the fault itself
 * says it; in others by its code and what was found there, in fewer words. A code that is not known
 * here, such as one of a later version, is said in English.
 */
public final class FaultWords {
  private static final Properties CHINESE = texts("faults_zh.properties");
  private static final String BETWEEN = "|";
  private static final String VALUE = "{0}";

  private FaultWords() {}

  private static Properties texts(String file) {
    Properties texts = new Properties();
    try (InputStream in = requireNonNull(FaultWords.class.getResourceAsStream(file))) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** What is wrong. */
  public static String message(Fault fault) {
    return switch (Words.here().language()) {
      case ENGLISH -> fault.message();
      case CHINESE -> chinese(fault, 0, fault.message());
    };
  }

  /** What to do now; empty where the fault names nothing. */
  public static String remedy(Fault fault) {
    return switch (Words.here().language()) {
      case ENGLISH -> fault.remedy();
      case CHINESE -> chinese(fault, 1, fault.remedy());
    };
  }

  private static String chinese(Fault fault, int part, String otherwise) {
    String text = CHINESE.getProperty(fault.code());
    if (text == null) return otherwise;
    String said = text.split("\\" + BETWEEN, 2)[part];
    // What is absent has no value, and then its brackets say nothing.
    return fault.value().isEmpty()
        ? said.replace("（{0}）", "").replace("：{0}", "").replace("“{0}”", "").replace(VALUE, "")
        : said.replace(VALUE, fault.value());
  }
}
