/**
 * The pages about members: who they are, where they stand, what expires when, and the why of
 * everything that happened. Personal data is masked.
 */
@NullMarked
package dev.laurel.ui.studio.members;

import org.jspecify.annotations.NullMarked;
