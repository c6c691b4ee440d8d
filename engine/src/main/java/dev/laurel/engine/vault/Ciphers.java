package dev.laurel.engine.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import dev.laurel.engine.binary.BinaryWriter;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The ciphers: AES-256-GCM to seal, HMAC-SHA-256 to digest. Thread-safe. */
final class Ciphers {
  static final int KEY_BYTES = 32;
  private static final String HMAC = "HmacSHA256";

  static {
    try {
      AeadConfig.register();
    } catch (GeneralSecurityException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Ciphers() {}

  /** A member's key. */
  static KeysetHandle newMemberKey() {
    return asked(() -> KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
  }

  static Aead sealing(KeysetHandle key) {
    return asked(() -> key.getPrimitive(RegistryConfiguration.get(), Aead.class));
  }

  /** Seals with a bare key of {@link #KEY_BYTES} bytes. */
  @AccessesPartialKey
  static Aead sealing(SecretBytes key) {
    return asked(() ->
        AesGcmJce.create(
            AesGcmKey.builder()
                .setParameters(
                    AesGcmParameters.builder()
                        .setKeySizeBytes(KEY_BYTES)
                        .setIvSizeBytes(12)
                        .setTagSizeBytes(16)
                        .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                        .build())
                .setKeyBytes(key)
                .build()));
  }

  static byte[] wrap(KeysetHandle key, Aead with, byte[] context) {
    return asked(() -> TinkProtoKeysetFormat.serializeEncryptedKeyset(key, with, context));
  }

  /**
   * @param what what it is, for the refusal
   * @throws BrokenSealException when it was not wrapped so
   */
  static KeysetHandle unwrap(byte[] wrapped, Aead with, byte[] context, String what) {
    try {
      return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, with, context);
    } catch (GeneralSecurityException e) {
      throw new BrokenSealException(what, e);
    }
  }

  static byte[] seal(Aead with, byte[] plain, byte[] context) {
    return asked(() -> with.encrypt(plain, context));
  }

  /**
   * @param what what it is, for the refusal
   * @throws BrokenSealException when it was not sealed so
   */
  static byte[] unseal(Aead with, byte[] sealed, byte[] context, String what) {
    try {
      return with.decrypt(sealed, context);
    } catch (GeneralSecurityException e) {
      throw new BrokenSealException(what, e);
    }
  }

  static byte[] hmac(byte[] key, byte[] content) {
    return asked(() -> {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(content);
    });
  }

  static byte[] random(int bytes) {
    return SecretBytes.randomBytes(bytes).toByteArray(InsecureSecretKeyAccess.get());
  }

  /** Several texts as bytes; other texts give other bytes. */
  static byte[] context(String... texts) {
    BinaryWriter to = new BinaryWriter();
    for (String text : texts) to.text(text);
    return Arrays.copyOf(to.memory(), to.size());
  }

  private interface Asked<T> {
    T get() throws GeneralSecurityException;
  }

  private static <T> T asked(Asked<T> asked) {
    try {
      return asked.get();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM and HMAC-SHA-256.", e);
    }
  }
}
