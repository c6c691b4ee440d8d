package dev.laurel.engine.vault;

import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.member.MemberState.Profile;
import dev.laurel.engine.recording.ProfileForm;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Profiles of which the birthday, and attributes that the vocabulary calls personal or does not
 * declare, are sealed with the member's key. Once the member is erased a profile is read without
 * them. Thread-safe.
 *
 * <p>Reading and writing may throw what {@link Vault} throws.
 */
public final class SealedProfiles implements ProfileForm {
  private final Vault vault;
  private final Supplier<EventTerms> terms;

  private SealedProfiles(Vault vault, Supplier<EventTerms> terms) {
    this.vault = vault;
    this.terms = terms;
  }

  public static SealedProfiles of(Vault vault, EventTerms terms) {
    return new SealedProfiles(vault, () -> terms);
  }

  /**
   * The same where a later revision may declare more attributes.
   *
   * @param terms asked for each profile
   */
  public static SealedProfiles of(Vault vault, Supplier<EventTerms> terms) {
    return new SealedProfiles(vault, terms);
  }

  @Override
  public void ready(Collection<String> members) {
    vault.ready(members, false);
  }

  @Override
  public Kept write(String member, Profile profile) {
    Personal all = new Personal(profile.birthday(), profile.attributes());
    EventTerms now = terms.get();
    Personal part = all.sealed(now::mayBeReadable);
    if (part.isEmpty()) return new Kept(profile, Optional.empty());
    return new Kept(
        with(profile, all.readable(now::mayBeReadable)),
        vault.seal(member, part.write(), context(member)));
  }

  @Override
  public Profile read(String member, Kept kept) {
    return kept.sealed()
        .flatMap(sealed -> vault.unsealed(member, sealed, context(member)))
        .map(part -> with(kept.readable(), readable(kept).with(Personal.read(part))))
        .orElse(kept.readable());
  }

  private static Personal readable(Kept kept) {
    return new Personal(kept.readable().birthday(), kept.readable().attributes());
  }

  private static Profile with(Profile profile, Personal personal) {
    return new Profile(
        profile.enrolled(), personal.birthday(), new TreeMap<>(personal.attributes()));
  }

  private static byte[] context(String member) {
    return Ciphers.context("laurel.profile", member);
  }
}
