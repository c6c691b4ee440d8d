/** Tests of the vault, and the contracts of its ports for whoever implements them. */
@NullMarked
package dev.laurel.engine.vault;

import org.jspecify.annotations.NullMarked;
