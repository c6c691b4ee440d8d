package dev.laurel.engine.access;

/**
 * By what somebody is recognised. Immutable.
 *
 * @param name of the person, or of what a key is for
 * @param hash of the secret, which itself is kept nowhere
 */
public record Credential(Kind kind, String name, String hash) {
  /** What kind of secret it is. */
  public enum Kind {
    /** A person's password, hashed slowly. */
    USER,
    /** A programme's key of high entropy; its SHA-256 in hex. */
    KEY
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
