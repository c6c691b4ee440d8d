/** The page on which messages and offers are read and changed as sentences, with what uses them. */
@NullMarked
package dev.laurel.ui.studio.messages;

import org.jspecify.annotations.NullMarked;
