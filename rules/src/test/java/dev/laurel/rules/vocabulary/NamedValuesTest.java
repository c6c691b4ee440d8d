package dev.laurel.rules.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NamedValuesTest {
  private static final String SHOP =
      """
      pack: {format: 1, id: shop, version: 1.0.0, title: Shop}
      programme: {title: Shop, zone: UTC, currency: EUR, pointKinds: [{id: points, title: Points}]}
      vocabulary:
        product: [{id: roast, title: Roast, type: choice, values: [dark, light]}]
      earning:
        - id: own
          title: Own
          rules:
            - id: a
              title: A
              when:
                either: purchase.channel = "app" or purchase.store in ("North", "South")
                lines: count(purchase.lines[item.category = "Tea"]) >= 2
              unless: {not: not(purchase.channel = "till")}
              then: [{type: points, kind: points, points: 1}]
      """;

  @Test
  void what_rules_and_vocabulary_name_is_told_by_its_path() {
    PackResult result =
        PackReader.read(new TreeMap<>(Map.of("pack.yaml", SHOP.getBytes(StandardCharsets.UTF_8))));
    assertThat(result).isInstanceOf(PackResult.Read.class);
    NamedValues values = NamedValues.of(((PackResult.Read) result).pack());
    assertThat(values.of("purchase.channel")).containsExactly("app", "till");
    assertThat(values.of("purchase.store")).containsExactly("North", "South");
    assertThat(values.of("line.category")).containsExactly("Tea");
    assertThat(values.of("line.roast")).containsExactly("dark", "light");
    assertThat(values.of("line.brand")).isEmpty();
  }
}
