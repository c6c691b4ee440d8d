/**
 * Who may do what: people and keys with their roles, and the one table that says what a role may.
 *
 * <p>Way in: {@link dev.laurel.engine.access.People}, which also records what is done to people in
 * a book of {@link dev.laurel.engine.history}; {@link dev.laurel.engine.access.Actor}, which other
 * rooms ask. The port {@link dev.laurel.engine.access.CredentialStore} is implemented elsewhere,
 * and so is {@link dev.laurel.engine.access.Passwords}: this room holds no secret in clear and must
 * not know how a hash is made.
 */
@NullMarked
package dev.laurel.engine.access;

import org.jspecify.annotations.NullMarked;
