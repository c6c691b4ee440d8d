package dev.laurel.ui.studio.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.People;
import dev.laurel.engine.access.Role;
import dev.laurel.ui.studio.PageTest;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.annotation.DirtiesContext;

/** How people change their own passwords; the store is made anew afterwards. */
@DirtiesContext
class PasswordViewTest extends PageTest {
  private static final String OLD = "a long enough password";
  private static final String FRESH = "some other few words";
  private static final Actor ANNA = new Actor("anna", Set.of(Role.ADMINISTRATOR));

  @Autowired private People people;

  private void change(String old, String fresh, String again) {
    write("Present password", old);
    write("New password", fresh);
    write("New password again", again);
    press("Change it");
  }

  private String hash() {
    // The world of these tests keeps passwords as they are.
    return people.person("rita").orElseThrow().hash();
  }

  @Test
  @WithMockUser(username = "rita")
  void the_present_password_is_asked_for_and_the_new_one_twice() {
    go("password");
    change("another password", FRESH, FRESH);
    assertThat(text(part("told"))).contains("the present one is another");
    change(OLD, FRESH, FRESH + "!");
    assertThat(text(part("told"))).isEqualTo("The two new passwords differ. Type them again.");
    change(OLD, "short", "short");
    assertThat(text(part("told"))).contains("at least 12 characters");
    assertThat(hash()).isEqualTo(OLD);
    change(OLD, FRESH, FRESH);
    assertThat(text(part("told"))).startsWith("The password is changed.");
    assertThat(hash()).isEqualTo(FRESH);
    change(OLD, FRESH, FRESH);
    assertThat(text(part("told"))).contains("the present one is another");
  }

  @Test
  @WithMockUser(username = "jonas")
  void whoever_was_given_a_password_sees_nothing_else_before_changing_it() {
    people.resetPassword(ANNA, "jonas", "told by somebody");
    go("members");
    assertThat(getCurrentView()).isInstanceOf(PasswordView.class);
    assertThat(text()).contains("Somebody else has seen this password.");
    change("told by somebody", FRESH, FRESH);
    go("members");
    assertThat(getCurrentView()).isNotInstanceOf(PasswordView.class);
  }

  @Test
  void it_is_told_in_chinese() {
    speak(Locale.SIMPLIFIED_CHINESE);
    go("password");
    write("当前密码", "不对的密码");
    press("修改");
    assertThat(text(part("told"))).isEqualTo("当前密码不对，请重新输入。");
  }
}
