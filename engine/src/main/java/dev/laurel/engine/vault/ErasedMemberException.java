package dev.laurel.engine.vault;

/** Nothing personal is kept any more of a member who was erased. */
public final class ErasedMemberException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ErasedMemberException(String member, Erasure erasure) {
    super(
        """
        The member %s was erased at %s, so nothing personal was kept.
        Who comes back is enrolled under another id.\
        """
            .formatted(member, erasure.at()));
  }
}
