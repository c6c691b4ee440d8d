package dev.laurel.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaultTest {
  static final PersonalFields ADA =
      new PersonalFields(
          Optional.of("Ada K\u00f6nig Lovelace"),
          Optional.of("Ada.Marker@Example.org"),
          Optional.of("+43 (660) 123-45 67"),
          Optional.of(LocalDate.parse("1815-12-10")),
          Map.of("email", Datum.of(Value.of("ada2@example.org"))));
  private static final PersonalFields BOB =
      new PersonalFields(
          Optional.of("Bob K\u00f6nig"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of());

  private Instant now = Instant.parse("2026-01-31T12:00:00Z");
  private final MemoryVaultStore store = new MemoryVaultStore();
  private final MemoryTombstones tombstones = new MemoryTombstones();

  private static String key(int number) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) number;
    return Base64.getEncoder().encodeToString(bytes);
  }

  private Vault open(VaultStore over, String keys) {
    return Vault.open(over, tombstones, new MasterKeyText(keys), () -> now);
  }

  private Vault open() {
    return open(store, key(1));
  }

  @Test
  void what_is_put_is_found_by_whoever_has_the_key_and_replaced_as_a_whole() {
    Vault vault = open();
    assertThat(vault.find("a")).isEmpty();
    vault.put("a", ADA);
    assertThat(vault.find("a")).hasValue(ADA);
    assertThat(open().find("a")).hasValue(ADA);
    vault.put("a", BOB);
    assertThat(vault.find("a")).hasValue(BOB);
    assertThat(vault.search(SearchBy.MAIL, "ada.marker@example.org", 9)).isEmpty();
    assertThat(vault.find("b")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, ada.MARKER@example.org, a",
    "MAIL, ada.marker@example.com, ''",
    "PHONE, +436601234567, a",
    "PHONE, 0043 660 1234567, a",
    "PHONE, 6601234567, ''",
    "NAME, lovelace ADA, a",
    "NAME, Konig, a b",
    "NAME, K\u00f6nig Bob, b",
    "NAME, Ada Bob, ''",
    "NAME, Love, ''",
    "NAME, ' -', ''",
    "PHONE, none, ''",
    "MAIL, ' ', ''"
  })
  void a_search_finds_what_is_the_same_for_it(SearchBy by, String text, String found) {
    Vault vault = open();
    vault.put("a", ADA);
    vault.put("b", BOB);
    assertThat(vault.search(by, text, 9))
        .containsExactlyElementsOf(found.isEmpty() ? List.of() : List.of(found.split(" ")));
  }

  @Test
  void a_search_goes_through_pages_and_stops_at_its_limit() {
    Vault vault = open();
    for (int i = 0; i < 1_100; i++)
      vault.put(
          "%04d".formatted(i),
          new PersonalFields(
              Optional.of(i == 1_099 ? "Ada X" : "Ada"),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Map.of()));
    assertThat(vault.search(SearchBy.NAME, "ada x", 9)).containsExactly("1099");
    assertThat(vault.search(SearchBy.NAME, "ada", 700)).hasSize(700).endsWith("0699");
  }

  @Test
  void nothing_in_the_store_can_be_read_and_equal_values_of_two_members_do_not_show() {
    Vault vault = open();
    vault.put("a", ADA);
    vault.put("b", ADA);
    List<byte[]> sealed = new ArrayList<>();
    for (VaultRecord record : store.all()) {
      VaultRecord.Kept kept = (VaultRecord.Kept) record;
      sealed.add(kept.fields().orElseThrow());
      String all =
          new String(kept.fields().orElseThrow(), StandardCharsets.ISO_8859_1)
              + new String(kept.key(), StandardCharsets.ISO_8859_1)
              + kept.tokens();
      // Long ones only: three letters stand in random bytes now and then.
      assertThat(all).doesNotContainIgnoringCase("lovelace", "example", "1815");
    }
    assertThat(sealed.get(0)).isNotEqualTo(sealed.get(1));
    assertThat(ADA.toString()).doesNotContain("Ada");
  }

  @Test
  void fields_or_keys_of_another_member_are_refused() {
    Vault vault = open();
    vault.put("a", ADA);
    vault.put("b", BOB);
    VaultRecord.Kept a = (VaultRecord.Kept) store.all().get(0);
    VaultRecord.Kept b = (VaultRecord.Kept) store.all().get(1);
    store.tamper(
        new VaultRecord.Kept(
            "b", b.version(), b.mark(), b.wrapping(), b.key(), a.fields(), b.tokens()));
    assertThatThrownBy(() -> open().find("b")).isInstanceOf(BrokenSealException.class);
    store.tamper(
        new VaultRecord.Kept(
            "b", b.version(), b.mark(), b.wrapping(), a.key(), a.fields(), b.tokens()));
    assertThatThrownBy(() -> open().find("b"))
        .isInstanceOf(BrokenSealException.class)
        .hasMessageContaining("member b");
  }

  @Test
  void who_is_erased_is_gone_for_ever_and_nobody_is_kept_under_the_id_again() {
    Vault vault = open();
    vault.put("a", ADA);
    vault.put("b", BOB);
    Erasure erasure = vault.erase("a", "desk", "asked for it");
    assertThat(erasure).isEqualTo(new Erasure(now, "desk", "asked for it"));
    now = now.plusSeconds(60);
    assertThat(vault.erase("a", "other", "again")).isEqualTo(erasure);
    for (Vault each : List.of(vault, open())) {
      assertThat(each.find("a")).isEmpty();
      assertThat(each.erasure("a")).hasValue(erasure);
      assertThat(each.search(SearchBy.NAME, "konig", 9)).containsExactly("b");
      assertThatThrownBy(() -> each.put("a", ADA))
          .isInstanceOf(ErasedMemberException.class)
          .hasMessageContaining("another id");
      assertThat(each.seal("a", new byte[3], new byte[0])).isEmpty();
      assertThat(each.erasure("b")).isEmpty();
    }
    assertThat(store.all().getFirst()).isInstanceOf(VaultRecord.Erased.class);
    assertThat(tombstones.all()).singleElement().extracting(Tombstone::mark).isNotEqualTo("a");
  }

  @Test
  void who_was_never_known_can_be_erased_too_and_stays_so() {
    open().erase("a", "desk", "");
    assertThatThrownBy(() -> open().put("a", ADA)).isInstanceOf(ErasedMemberException.class);
  }

  @Test
  void a_copy_from_before_the_erasure_does_not_bring_anybody_back() {
    Vault vault = open();
    vault.put("a", ADA);
    byte[] sealed = vault.seal("a", new byte[] {7}, new byte[0]).orElseThrow();
    MemoryVaultStore backup = store.copy();
    vault.erase("a", "desk", "");

    Vault control =
        Vault.open(backup.copy(), MemoryTombstones.begun(), new MasterKeyText(key(1)), () -> now);
    assertThat(control.find("a")).as("without tombstones").hasValue(ADA);

    Vault restored = open(backup, key(1));
    assertThat(restored.find("a")).isEmpty();
    assertThat(restored.unsealed("a", sealed, new byte[0])).isEmpty();
    assertThat(backup.all()).allMatch(VaultRecord.Erased.class::isInstance);
  }

  @Test
  void a_copy_that_was_restored_without_any_tombstones_is_refused() {
    open().put("a", ADA);
    MemoryVaultStore backup = store.copy();
    assertThatThrownBy(
            () -> Vault.open(backup, new MemoryTombstones(), new MasterKeyText(key(1)), () -> now))
        .isInstanceOf(TombstonesMissingException.class)
        .hasMessageContaining("the memory");
  }

  @Test
  void a_copy_from_before_the_enrolment_does_not_let_an_erased_member_begin_again() {
    open();
    MemoryVaultStore backup = store.copy();
    open().put("a", ADA);
    byte[] sealed = open().seal("a", new byte[] {7}, new byte[0]).orElseThrow();
    open().erase("a", "desk", "");
    Vault restored = open(backup, key(1));
    assertThat(restored.unsealed("a", sealed, new byte[0])).isEmpty();
    assertThat(restored.seal("a", new byte[] {7}, new byte[0])).isEmpty();
    assertThatThrownBy(() -> restored.put("a", ADA)).isInstanceOf(ErasedMemberException.class);
  }

  @Test
  void a_process_killed_right_after_the_tombstone_has_erased_all_the_same() {
    Vault vault = open();
    vault.put("a", ADA);
    MemoryVaultStore asKilled = store.copy();
    vault.erase("a", "desk", "");
    assertThat(open(asKilled, key(1)).find("a")).isEmpty();
  }

  @Test
  void a_key_that_is_lost_without_an_erasure_is_refused() {
    Vault vault = open();
    byte[] sealed = vault.seal("a", new byte[] {7}, new byte[0]).orElseThrow();
    store.lose("a");
    assertThatThrownBy(() -> open().unsealed("a", sealed, new byte[0]))
        .isInstanceOf(BrokenSealException.class)
        .hasMessageContaining("not erased");
  }

  @Test
  void another_process_knows_a_destroyed_key_no_longer_than_a_minute() {
    Vault one = open();
    Vault other = open();
    byte[] sealed = one.seal("a", new byte[] {7}, new byte[0]).orElseThrow();
    assertThat(other.unsealed("a", sealed, new byte[0])).isPresent();
    one.erase("a", "desk", "");
    assertThat(one.unsealed("a", sealed, new byte[0])).isEmpty();
    now = now.plus(MemberKeys.HELD_FOR).plus(Duration.ofMillis(1));
    assertThat(other.unsealed("a", sealed, new byte[0])).isEmpty();
  }

  @Test
  void rewrapping_that_was_stopped_goes_on_where_it_was() {
    Vault before = open();
    for (int i = 0; i < 1_200; i++) before.put("m" + i, ADA);
    before.erase("m7", "desk", "");
    MemoryVaultStore halfway = store.copy();
    String both = key(2) + " " + key(1);
    assertThat(open(store, both).rewrap()).isEqualTo(1_200);
    List<VaultRecord> done = store.all().subList(0, 600);
    done.forEach(halfway::tamper);
    assertThat(open(halfway, both).rewrap()).isEqualTo(1_200 - 600 + erasedOf(done));
    Vault after = open(halfway, key(2));
    assertThat(after.find("m1199")).hasValue(ADA);
    assertThat(after.find("m7")).isEmpty();
    assertThat(after.search(SearchBy.MAIL, "ada.marker@example.org", 2)).hasSize(2);
    assertThatThrownBy(() -> open(halfway, key(1))).isInstanceOf(WrongMasterKeyException.class);
  }

  private static long erasedOf(List<VaultRecord> records) {
    return records.stream().filter(VaultRecord.Erased.class::isInstance).count();
  }

  @Test
  void a_thousand_members_need_no_thousand_questions() {
    Vault vault = open();
    List<String> members = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) members.add("m" + i);
    int before = store.asked();
    vault.ready(members, true);
    for (String member : members) vault.seal(member, new byte[3], new byte[0]);
    assertThat(store.asked() - before).isLessThanOrEqualTo(2);
    Vault other = open();
    before = store.asked();
    other.ready(members, true);
    for (String member : members) other.seal(member, new byte[3], new byte[0]);
    assertThat(store.asked() - before).isOne();
  }

  @Test
  void no_more_keys_are_held_than_there_is_room_for() {
    Graves graves = new Graves(tombstones);
    StoreSecret secret = new StoreSecret(new byte[32]);
    MasterKey master = MasterKey.parse(key(1), "");
    MemberKeys keys = new MemberKeys(store, master, secret, graves, () -> now);
    for (int from = 0; from < MemberKeys.MOST_HELD + 3_000; from += 1_000) {
      List<String> members = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) members.add("m" + (from + i));
      keys.ready(members, true);
    }
    assertThat(keys.size()).isEqualTo(MemberKeys.MOST_HELD);
    assertThat(keys.find("m0")).isPresent();
  }

  @Test
  void of_many_who_put_and_erase_at_once_the_erasure_stays() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int round = 0; round < 20; round++) {
        String member = "m" + round;
        Vault vault = open();
        Callable<Boolean> put =
            () -> {
              try {
                vault.put(member, ADA);
                return true;
              } catch (ErasedMemberException e) {
                return false;
              }
            };
        Callable<Boolean> erase = () -> vault.erase(member, "desk", "").by().equals("desk");
        for (var done : threads.invokeAll(List.of(put, put, erase, put))) done.get();
        assertThat(open().find(member)).isEmpty();
        assertThat(store.find(Set.of(member)).get(member)).isInstanceOf(VaultRecord.Erased.class);
      }
    }
  }
}
