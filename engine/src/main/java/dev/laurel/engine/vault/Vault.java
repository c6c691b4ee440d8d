package dev.laurel.engine.vault;

import com.google.crypto.tink.Aead;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps what is personal of members, each sealed with a key of their own, finds it again, and
 * erases it for ever. Thread-safe; several may share a store.
 *
 * <p>All methods may throw {@link dev.laurel.engine.recording.StoreUnavailableException}, {@link
 * WrongMasterKeyException} where something is wrapped with a key that is not here, and {@link
 * BrokenSealException} where what is kept was changed by others.
 */
public final class Vault {
  /** The most members that one search gives. */
  public static final int MOST_FOUND = 1_000;

  private static final int PAGE = 500;
  private static final byte[] SECRET = Ciphers.context("laurel.vault.secret");

  private final VaultStore store;
  private final MasterKey master;
  private final StoreSecret secret;
  private final Graves graves;
  private final MemberKeys keys;
  private final InstantSource clock;

  private Vault(VaultStore store, MasterKey master, Graves graves, InstantSource clock) {
    this.store = store;
    this.master = master;
    this.secret = new StoreSecret(secret(store, master));
    this.graves = graves;
    this.keys = new MemberKeys(store, master, secret, graves, clock);
    this.clock = clock;
  }

  /**
   * Opens the vault of a store, and erases again whoever was erased and came back with a restored
   * copy. In a new store a master key is made where there is none.
   *
   * @param clock tells when somebody is erased, and how long keys are held
   * @throws MasterKeyMissingException when the store needs a master key that is not there
   * @throws WrongMasterKeyException when the one that is there is not the store's
   * @throws UnusableMasterKeyException when what is there is none
   * @throws TombstonesMissingException when the store needs tombstones that are not there
   * @throws UnreadableTombstonesException when it cannot be told who was erased
   */
  public static Vault open(
      VaultStore store, Tombstones tombstones, MasterKeySource source, InstantSource clock) {
    Optional<MasterKey> found = source.find();
    if (store.secret().isPresent()) {
      if (found.isEmpty()) throw new MasterKeyMissingException(source.where());
      if (!tombstones.isBegun()) throw new TombstonesMissingException(tombstones.where());
    }
    MasterKey master = found.orElseGet(source::make);
    tombstones.begin();
    Vault vault = new Vault(store, master, new Graves(tombstones), clock);
    vault.eraseAgain();
    return vault;
  }

  private static byte[] secret(VaultStore store, MasterKey master) {
    Optional<WrappedSecret> found = store.secret();
    if (found.isEmpty()) {
      byte[] fresh = Ciphers.random(Ciphers.KEY_BYTES);
      byte[] wrapped = Ciphers.seal(master.current(), fresh, SECRET);
      if (store.put(new WrappedSecret(1, master.name(), wrapped))) return fresh;
      found = store.secret();
    }
    return unwrapped(found.orElseThrow(), master);
  }

  private static byte[] unwrapped(WrappedSecret secret, MasterKey master) {
    Aead with = master.named(secret.wrapping());
    return Ciphers.unseal(with, secret.secret(), SECRET, "the vault's secret");
  }

  private void eraseAgain() {
    List<String> marks = graves.marks();
    for (int from = 0; from < marks.size(); from += PAGE) {
      List<String> some = marks.subList(from, Math.min(from + PAGE, marks.size()));
      for (VaultRecord record : store.marked(some))
        erase(record.member(), graves.find(record.mark()).orElseThrow());
    }
  }

  /**
   * Keeps these fields of a member in the place of those that were kept.
   *
   * @throws ErasedMemberException when the member was erased
   */
  public void put(String member, PersonalFields fields) {
    Set<String> tokens = SearchBy.tokens(fields, secret);
    while (true) {
      Optional<Aead> key = keys.findOrMake(member);
      VaultRecord record = record(member).orElseThrow();
      switch (record) {
        case VaultRecord.Erased erased -> throw new ErasedMemberException(member, erased.erasure());
        case VaultRecord.Kept kept -> {
          byte[] sealed = Ciphers.seal(key.orElseThrow(), fields.write(), fieldsOf(member));
          // Where this fails, somebody else came through, so that it does not go on for ever.
          if (store.put(kept.next(sealed, tokens))) return;
        }
      }
    }
  }

  /** What is known of a member; empty where nothing is, or not any more. */
  public Optional<PersonalFields> find(String member) {
    return record(member).flatMap(this::fields);
  }

  /** What is known of these members, by member; without those of whom nothing is. */
  public Map<String, PersonalFields> find(Collection<String> members) {
    keys.ready(members, false);
    Map<String, PersonalFields> found = new HashMap<>();
    for (VaultRecord record : store.find(members).values())
      fields(record).ifPresent(fields -> found.put(record.member(), fields));
    return found;
  }

  private Optional<PersonalFields> fields(VaultRecord record) {
    return switch (record) {
      case VaultRecord.Erased _ -> Optional.empty();
      case VaultRecord.Kept kept ->
          kept.fields()
              .flatMap(sealed -> unsealed(kept.member(), sealed, fieldsOf(kept.member())))
              .map(PersonalFields::read);
    };
  }

  private static byte[] fieldsOf(String member) {
    return Ciphers.context("laurel.vault.fields", member);
  }

  private Optional<VaultRecord> record(String member) {
    return Optional.ofNullable(store.find(Set.of(member)).get(member));
  }

  /**
   * Members whose field is the same for a search.
   *
   * @param limit 1 to {@link #MOST_FOUND}
   * @return their ids in order, at most so many
   */
  public List<String> search(SearchBy by, String text, int limit) {
    if (limit < 1 || limit > MOST_FOUND)
      throw new IllegalArgumentException(
          "A search gives 1 to %d members, not %d.".formatted(MOST_FOUND, limit));
    Set<String> tokens = by.tokens(text, secret);
    List<String> found = new ArrayList<>();
    if (tokens.isEmpty()) return found;
    String first = tokens.iterator().next();
    String after = "";
    while (true) {
      List<VaultRecord.Kept> page = store.search(first, after, PAGE);
      for (VaultRecord.Kept kept : page) {
        if (kept.tokens().containsAll(tokens)) found.add(kept.member());
        if (found.size() == limit) return found;
      }
      if (page.size() < PAGE) return found;
      after = page.getLast().member();
    }
  }

  /**
   * Destroys a member's key, and with it all that is personal of the member, here and in every copy
   * that is restored. For ever: nothing personal is kept under this id again. Whoever was erased
   * before stays so.
   *
   * @return the erasure that counts, which is the first
   */
  public Erasure erase(String member, String by, String why) {
    Erasure erasure = new Erasure(clock.instant(), by, why);
    // First, so that a process that is killed from here on has erased all the same.
    return erase(member, graves.add(secret.mark(member), erasure));
  }

  private Erasure erase(String member, Erasure erasure) {
    String mark = secret.mark(member);
    keys.forget(member);
    while (true) {
      Optional<VaultRecord> found = record(member);
      if (found.isPresent() && found.get() instanceof VaultRecord.Erased before)
        return before.erasure();
      long version = found.map(VaultRecord::version).orElse(0L) + 1;
      VaultRecord erased = new VaultRecord.Erased(member, version, mark, erasure);
      boolean done = version == 1 ? store.begin(List.of(erased)).isEmpty() : store.put(erased);
      keys.forget(member);
      if (done) return erasure;
    }
  }

  /** When and by whom a member was erased; empty where the member was not. */
  public Optional<Erasure> erasure(String member) {
    return record(member)
        .flatMap(record ->
            switch (record) {
              case VaultRecord.Erased erased -> Optional.of(erased.erasure());
              case VaultRecord.Kept _ -> Optional.empty();
            })
        .or(() -> graves.find(secret.mark(member)));
  }

  /** Those of these members who were erased. */
  public Set<String> erased(Collection<String> members) {
    Map<String, VaultRecord> records = store.find(members);
    Set<String> erased = new HashSet<>();
    for (String member : members)
      if (records.get(member) instanceof VaultRecord.Erased || graves.has(secret.mark(member)))
        erased.add(member);
    return erased;
  }

  /**
   * Brings everything under the current master key. Stopped at any time, it goes on where it was
   * when it is asked again.
   *
   * @return how many keys were under another one
   */
  public long rewrap() {
    long done = 0;
    for (Optional<WrappedSecret> left = foreignSecret(); left.isPresent(); left = foreignSecret())
      if (rewrap(left.get())) done++;
    String after = "";
    for (List<VaultRecord> page = page(after); !page.isEmpty(); page = page(after)) {
      for (VaultRecord record : page) if (rewrap(record)) done++;
      after = page.getLast().member();
    }
    return done;
  }

  private List<VaultRecord> page(String after) {
    return store.page(after, PAGE);
  }

  private Optional<WrappedSecret> foreignSecret() {
    return store.secret().filter(kept -> !kept.wrapping().equals(master.name()));
  }

  private boolean rewrap(WrappedSecret kept) {
    byte[] wrapped = Ciphers.seal(master.current(), unwrapped(kept, master), SECRET);
    return store.put(new WrappedSecret(kept.version() + 1, master.name(), wrapped));
  }

  private boolean rewrap(VaultRecord first) {
    Optional<VaultRecord> record = Optional.of(first);
    while (record.isPresent() && record.get() instanceof VaultRecord.Kept kept) {
      Optional<VaultRecord.Kept> rewrapped = keys.rewrapped(kept);
      if (rewrapped.isEmpty()) return false;
      if (store.put(rewrapped.get())) return true;
      record = record(first.member());
    }
    return false;
  }

  /** Has the keys of these members at hand, as many as are held. */
  void ready(Collection<String> members, boolean make) {
    keys.ready(members, make);
  }

  /**
   * Seals something of a member.
   *
   * @param context without which it cannot be read again
   * @return empty where the member was erased
   */
  Optional<byte[]> seal(String member, byte[] plain, byte[] context) {
    return keys.findOrMake(member).map(key -> Ciphers.seal(key, plain, context));
  }

  /** What was sealed of a member in this context; empty where the member was erased since. */
  Optional<byte[]> unsealed(String member, byte[] sealed, byte[] context) {
    return keys.find(member)
        .map(key -> Ciphers.unseal(key, sealed, context, "what is personal of " + member));
  }

  /** A keyed digest of an event's content. */
  String digest(byte[] content) {
    return secret.digest(content);
  }
}
