package dev.laurel.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaskedTest {
  private static Masked of(String name, String mail, String phone) {
    return Masked.of(
        new PersonalFields(
            Optional.of(name), Optional.of(mail), Optional.of(phone), Optional.empty(), Map.of()));
  }

  @Test
  void a_person_is_recognised_and_not_told() {
    assertThat(of("Ada Maria Brandt", "ada.brandt@mail.example.org", "+49 30 123456"))
        .isEqualTo(
            new Masked(
                Optional.of("Ada M. B."), Optional.of("a••••@••••.org"), Optional.of("••••56")));
  }

  @Test
  void whatever_stands_there_is_masked() {
    assertThat(of(" 王 小明 ", "nobody", "7"))
        .isEqualTo(new Masked(Optional.of("王 小."), Optional.of("n••••"), Optional.of("••••7")));
    assertThat(of("𝒜da 𝒷", "@x", "none"))
        .isEqualTo(new Masked(Optional.of("𝒜da 𝒷."), Optional.of("@••••"), Optional.of("••••")));
    assertThat(Masked.of(PersonalFields.NONE))
        .isEqualTo(new Masked(Optional.empty(), Optional.empty(), Optional.empty()));
  }
}
