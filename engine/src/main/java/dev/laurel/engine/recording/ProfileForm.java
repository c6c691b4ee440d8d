package dev.laurel.engine.recording;

import dev.laurel.engine.member.MemberState.Profile;
import java.util.Collection;
import java.util.Optional;

/**
 * How the profile in a member's state is kept. Implementations are thread-safe.
 *
 * <p>What is personal in it must not be readable without the member's key.
 */
public interface ProfileForm {
  /**
   * A profile as it is kept. Immutable; the bytes are never changed.
   *
   * @param readable what of it is not personal
   * @param sealed what of it is; empty where nothing is, or where it must not be kept any more
   */
  record Kept(Profile readable, Optional<byte[]> sealed) {}

  /** Keeps profiles as they are; for programmes that know nothing personal. */
  ProfileForm READABLE =
      new ProfileForm() {
        @Override
        public Kept write(String member, Profile profile) {
          return new Kept(profile, Optional.empty());
        }

        @Override
        public Profile read(String member, Kept kept) {
          return kept.readable();
        }
      };

  /**
   * Is told whose profiles are about to be read, so that what has to be looked up for them is
   * looked up at once.
   */
  default void ready(Collection<String> members) {}

  Kept write(String member, Profile profile);

  /**
   * The profile that was written; without what was personal where that may not be known any more.
   */
  Profile read(String member, Kept kept);
}
