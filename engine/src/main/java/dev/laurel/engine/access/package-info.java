/**
 * Who may ask: the names of people and programmes with the hashes of their secrets.
 *
 * <p>The port {@link dev.laurel.engine.access.CredentialStore} is implemented elsewhere. Holds no
 * secret in clear and must not know how a hash is made.
 */
@NullMarked
package dev.laurel.engine.access;

import org.jspecify.annotations.NullMarked;
