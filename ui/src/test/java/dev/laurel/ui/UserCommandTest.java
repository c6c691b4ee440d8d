package dev.laurel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.access.NewPerson;
import dev.laurel.engine.access.People;
import dev.laurel.engine.access.PeopleResult;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.mongo.MongoDatabases;
import dev.laurel.ui.access.PasswordHashing;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCommandTest {
  @TempDir private Path directory;
  private final Terminal terminal = new Terminal();
  private String data = "";

  @BeforeEach
  void aStoreWithAnAdministrator() {
    Path store = directory.resolve("data");
    data = store.toString();
    assertThat(user("list")).isEqualTo(2);
    assertThat(terminal.err()).contains("Start it once with laurel run");
    try (EmbeddedServer server = EmbeddedServer.open(store, Settings.fast());
        MongoDatabases databases = MongoDatabases.open(server.connectionString())) {
      var admin = new NewPerson("admin", "admin", EnumSet.of(Role.ADMINISTRATOR), "some few words");
      assertThat(people(databases).setUp(List.of(admin), List.of()))
          .isEqualTo(new PeopleResult.Done());
    }
  }

  private static People people(MongoDatabases databases) {
    return new People(databases.credentials(), new PasswordHashing(), InstantSource.system());
  }

  private int user(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "user";
    System.arraycopy(args, 0, all, 1, args.length);
    all[args.length + 1] = "--data";
    all[args.length + 2] = data;
    return terminal.run(all);
  }

  @Test
  void people_are_added_told_reset_and_deactivated() {
    assertThat(user("add", "mia", "--roles", "marketer,reviewer")).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("mia was added as marketer, reviewer.", "shown once");
    assertThat(user("reset", "mia")).isZero();
    String password = terminal.out().strip().replaceAll("(?s).* ", "");
    assertThat(user("list")).isZero();
    assertThat(terminal.out())
        .contains("admin ", "administrator", "marketer, reviewer (must change the password)");
    try (EmbeddedServer server = EmbeddedServer.open(Path.of(data), Settings.fast());
        MongoDatabases databases = MongoDatabases.open(server.connectionString())) {
      assertThat(
              new PasswordHashing()
                  .matches(password, people(databases).person("mia").orElseThrow().hash()))
          .isTrue();
    }
    assertThat(user("deactivate", "mia", "--why", "left")).isZero();
    user("list");
    assertThat(terminal.out()).contains("(may not sign in)");
  }

  @Test
  void what_cannot_be_is_refused_with_a_sentence() {
    assertThat(user("add", "mia", "--roles", "boss")).isEqualTo(2);
    assertThat(terminal.err()).contains("There is no role boss; take marketer, reviewer");
    assertThat(user("add", "Mia Lee", "--roles", "marketer")).isEqualTo(2);
    assertThat(terminal.err()).contains("a sign-in name has");
    assertThat(user("deactivate", "admin")).isEqualTo(2);
    assertThat(terminal.err()).contains("Make somebody else an administrator first");
    assertThat(user("reset", "nobody")).isEqualTo(2);
    try (EmbeddedServer server = EmbeddedServer.open(Path.of(data), Settings.fast())) {
      assertThat(user("list")).isEqualTo(2);
      assertThat(terminal.err()).contains("another Laurel has it open");
    }
  }
}
