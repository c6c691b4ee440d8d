package dev.laurel.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyFileTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  @TempDir Path directory;
  private Path file;
  private final MemoryVaultStore store = new MemoryVaultStore();

  @BeforeEach
  void name() {
    file = directory.resolve(MasterKeyFile.NAME);
  }

  private Vault open() {
    return Vault.open(store, MemoryTombstones.begun(), new MasterKeyFile(file), CLOCK);
  }

  @Test
  void a_new_store_gets_a_key_that_only_its_owner_may_read_and_opens_with_it_again()
      throws IOException {
    open().put("m", VaultTest.ADA);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(open().find("m")).hasValue(VaultTest.ADA);
  }

  @Test
  void a_lost_key_is_refused_by_name_and_none_is_made_in_its_place() throws IOException {
    open().put("m", VaultTest.ADA);
    Path away = Files.move(file, directory.resolve("away"));
    var before = store.copy();
    assertThatThrownBy(this::open)
        .isInstanceOf(MasterKeyMissingException.class)
        .hasMessageContaining(file.toString());
    assertThat(file).doesNotExist();
    assertThat(store.all()).isEqualTo(before.all());
    assertThat(store.secret()).isEqualTo(before.secret());
    Files.move(away, file);
    assertThat(open().find("m")).hasValue(VaultTest.ADA);
  }

  @Test
  void another_key_is_refused_by_name_and_nothing_is_changed() throws IOException {
    open().put("m", VaultTest.ADA);
    String own = Files.readString(file);
    Files.writeString(file, KEY);
    var before = store.copy();
    assertThatThrownBy(this::open)
        .isInstanceOf(WrongMasterKeyException.class)
        .hasMessageContaining(MasterKey.parse(own, "").name())
        .hasMessageContaining(MasterKey.parse(KEY, "").name());
    assertThat(store.all()).isEqualTo(before.all());
    assertThat(store.secret()).isEqualTo(before.secret());
    assertThat(Files.readString(file)).isEqualTo(KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "secret", "c2VjcmV0", "AAAA, %"})
  void what_is_no_key_is_refused_and_not_shown(String text) throws IOException {
    Files.writeString(file, text);
    assertThatThrownBy(this::open)
        .isInstanceOf(UnusableMasterKeyException.class)
        .hasMessageNotContaining("c2VjcmV0")
        .hasNoCause();
    assertThat(Files.readString(file)).isEqualTo(text);
    assertThat(store.secret()).isEmpty();
  }

  @Test
  void a_key_from_the_environment_goes_before_the_file_and_makes_none() {
    MasterKeySource source = MasterKeySource.of(file, Optional.of(KEY + "\n"));
    Vault.open(store, MemoryTombstones.begun(), source, CLOCK).put("m", VaultTest.ADA);
    assertThat(file).doesNotExist();
    assertThatThrownBy(this::open).isInstanceOf(MasterKeyMissingException.class);
    assertThat(source.find().orElseThrow().toString()).doesNotContain(KEY);
  }

  @Test
  void a_key_that_is_there_is_never_overwritten_by_a_new_one() {
    open();
    assertThatThrownBy(() -> new MasterKeyFile(file).make()).hasMessageContaining("could not");
    open();
  }

  @Test
  void a_renewed_file_keeps_the_earlier_key_until_somebody_takes_it_out() throws IOException {
    open().put("m", VaultTest.ADA);
    String earlier = Files.readString(file);
    new MasterKeyFile(file).renew();
    String both = Files.readString(file);
    assertThat(both).endsWith(earlier).isNotEqualTo(earlier);
    assertThat(open().find("m")).hasValue(VaultTest.ADA);
    assertThat(open().rewrap()).isEqualTo(2);
    assertThat(open().rewrap()).isZero();
    Files.writeString(file, both.lines().findFirst().orElseThrow());
    assertThat(open().find("m")).hasValue(VaultTest.ADA);
    Files.writeString(file, earlier);
    assertThatThrownBy(this::open).isInstanceOf(WrongMasterKeyException.class);
  }
}
