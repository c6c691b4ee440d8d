package dev.laurel.ui.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.access.Role;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.operation.NotOpenedException;
import dev.laurel.ui.access.SignInTries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.core.GrantedAuthority;

/** Who may ask, and how a server starts. */
class AccessTest {
  private static final String PROGRAMME = "/api/v1/programme";
  @TempDir private Path directory;

  @Test
  void whoever_guesses_a_password_is_soon_not_heard() throws Exception {
    try (Served served = Served.authenticating(directory)) {
      Server.Secrets secrets = served.server.secrets().orElseThrow();
      String right = basic("admin", secrets.of(Role.ADMINISTRATOR).password());
      assertThat(status(served, "Authorization", right)).isEqualTo(200);
      for (int i = 0; i < SignInTries.FOR_NAME; i++)
        assertThat(status(served, "Authorization", basic("admin", "guess" + i))).isEqualTo(401);
      assertThat(status(served, "Authorization", right)).isEqualTo(401);
      String other = basic("reviewer", secrets.of(Role.REVIEWER).password());
      assertThat(status(served, "Authorization", other)).isEqualTo(200);
      assertThat(status(served, "X-API-Key", secrets.key())).isEqualTo(200);
    }
  }

  @Test
  void only_who_holds_a_key_or_a_password_is_answered() throws Exception {
    Server.Secrets secrets;
    try (Served served = Served.authenticating(directory)) {
      secrets = served.server.secrets().orElseThrow();
      assertThat(status(served, "Authorization", "Bearer " + secrets.key())).isEqualTo(200);
      assertThat(status(served, "X-API-Key", secrets.key())).isEqualTo(200);
      assertThat(
              status(
                  served,
                  "Authorization",
                  basic("admin", secrets.of(Role.ADMINISTRATOR).password())))
          .isEqualTo(200);
      assertThat(status(served, "Authorization", basic("admin", "guess"))).isEqualTo(401);
      assertThat(status(served, "Authorization", basic("nobody", "guess"))).isEqualTo(401);
      assertThat(status(served, "Authorization", "Bearer laurel_guess")).isEqualTo(401);
      assertThat(status(served, "X-API-Key", "")).isEqualTo(401);
      Served.Reply asked = served.get(PROGRAMME);
      assertThat(asked.status()).isEqualTo(401);
      assertThat(asked.text("/type")).isEqualTo("/problems/unauthorised");
      assertThat(asked.response().headers().allValues("WWW-Authenticate")).hasSize(2);
      assertThat(served.get("/actuator/prometheus").status()).isEqualTo(401);
      assertThat(served.get("/api/v1/backup").status()).isEqualTo(401);
      Served.Reply backup =
          served.send(served.request("/api/v1/backup").header("X-API-Key", secrets.key()));
      assertThat(backup.status()).isEqualTo(200);
      assertThat(backup.response().body()).isNotEmpty();
      assertThat(served.get("/actuator/health/readiness").status()).isEqualTo(200);
      assertThat(served.get("/problems/conflict").status()).isEqualTo(200);
    }
    try (Served again = Served.authenticating(directory)) {
      assertThat(again.server.secrets()).as("told once").isEmpty();
      assertThat(status(again, "X-API-Key", secrets.key())).isEqualTo(200);
      String lost = again.server.newKey();
      String found = again.server.newKey();
      assertThat(Set.of(secrets.key(), lost, found)).hasSize(3);
      for (String key : Set.of(lost, found))
        assertThat(status(again, "X-API-Key", key)).isEqualTo(200);
    }
  }

  @Test
  void the_first_start_lets_one_of_each_role_that_people_have_sign_in() throws Exception {
    try (Served served = Served.authenticating(directory)) {
      Server.Secrets secrets = served.server.secrets().orElseThrow();
      assertThat(secrets.people())
          .extracting(Server.SignIn::name)
          .containsExactly("admin", "marketer", "reviewer", "support", "auditor");
      for (Server.SignIn one : secrets.people())
        assertThat(status(served, "Authorization", basic(one.name(), one.password())))
            .as(one.name())
            .isEqualTo(200);
    }
  }

  @Test
  void whoever_is_recognised_comes_with_roles_as_authorities() {
    assertThat(Keys.authorities(Set.of(Role.REVIEWER)))
        .extracting(GrantedAuthority::getAuthority)
        .containsExactly("ROLE_REVIEWER");
  }

  @Test
  void a_server_that_runs_is_copied_for_who_holds_a_key() throws Exception {
    try (Served served = Served.authenticating(directory)) {
      String key = served.server.secrets().orElseThrow().key();
      assertThat(served.send(served.request("/api/v1/backup")).status()).isEqualTo(401);
      byte[] copy =
          served.send(served.request("/api/v1/backup").header("X-API-Key", key)).response().body();
      EmbeddedServer.verify(new ByteArrayInputStream(copy));
    }
  }

  private static int status(Served served, String header, String value) throws Exception {
    return served.send(served.request(PROGRAMME).header(header, value)).status();
  }

  private static String basic(String user, String password) {
    String both = user + ":" + password;
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void nobody_in_a_network_may_ask_without_saying_who_they_are() throws Exception {
    InetAddress anywhere = InetAddress.getByName("0.0.0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Server.Settings(anywhere, 0, false, false, Duration.ofSeconds(1)))
        .withMessageContaining("--no-auth");
  }

  @Test
  void without_authentication_a_page_under_another_name_is_not_answered() throws Exception {
    try (Served served = Served.open(directory)) {
      assertThat(raw(served.server.port(), "evil.example")).startsWith("HTTP/1.1 403 ");
      assertThat(raw(served.server.port(), "localhost:" + served.server.port()))
          .startsWith("HTTP/1.1 200 ");
    }
  }

  private static String raw(int port, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      out.write(
          "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
              .formatted(PROGRAMME, host)
              .getBytes(StandardCharsets.US_ASCII));
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void the_clock_of_a_demonstration_goes_forward_only_and_is_never_silent() throws Exception {
    try (Served served = Served.withDemoClock(directory)) {
      served.post("/api/v1/events", Served.purchase("ann", "1", "2026-03-10T08:00:00Z", "12"));
      Served.Reply moved = advance(served, "P90D");
      assertThat(moved.status()).isEqualTo(200);
      assertThat(moved.body().at("/clock/aheadSeconds").asLong())
          .isEqualTo(Duration.ofDays(90).toSeconds());
      assertThat(moved.text("/clock/now")).isEqualTo("2026-06-08T12:00:00Z");
      assertThat(served.get("/api/v1/members/ann/ledger").body().toString())
          .as("what falls due is done")
          .contains("expiry");
      assertThat(advance(served, "-P1D").status()).isEqualTo(400);
      assertThat(advance(served, "tomorrow").status()).isEqualTo(400);
      assertThat(advance(served, "P40000D").status()).isEqualTo(400);
    }
    try (Served again = Served.withDemoClock(directory)) {
      assertThat(again.get(PROGRAMME).text("/clock/now")).isEqualTo("2026-06-08T12:00:00Z");
      assertThat(
              again
                  .get("/actuator/health/readiness")
                  .body()
                  .at("/components/programme/details/clockAheadSeconds")
                  .asLong())
          .isPositive();
    }
    assertThatThrownBy(() -> Served.open(directory))
        .isInstanceOf(NotOpenedException.class)
        .hasMessageContaining("put forward by 90 days");
  }

  private static Served.Reply advance(Served served, String by) throws Exception {
    return served.send(
        served.request("/api/v1/clock?by=" + by).POST(HttpRequest.BodyPublishers.noBody()));
  }
}
