/**
 * What is personal: names, addresses, numbers, birth dates and the member attributes that a pack
 * calls personal. It is encrypted with a key of the member's own, which is wrapped by a master key
 * that the store never holds. Erasing a member destroys the key; a tombstone outside the store sees
 * to it that no restored copy brings it back.
 *
 * <p>Ways in: {@link dev.laurel.engine.vault.Vault}, which is asked to keep, find, search and
 * erase; {@link dev.laurel.engine.vault.SealedEvents} and {@link
 * dev.laurel.engine.vault.SealedProfiles}, through which the recorder keeps events and states;
 * {@link dev.laurel.engine.vault.MasterKeyFile}. The ports {@link
 * dev.laurel.engine.vault.VaultStore} and {@link dev.laurel.engine.vault.Tombstones} are
 * implemented elsewhere too. The one room that knows the library of ciphers; must not know which
 * database keeps anything.
 *
 * @see <a href="../../../../../../../docs/decisions/032-personal-data.md">032</a>
 */
@NullMarked
package dev.laurel.engine.vault;

import org.jspecify.annotations.NullMarked;
