/** The page on which people change their own passwords. */
@NullMarked
package dev.laurel.ui.studio.password;

import org.jspecify.annotations.NullMarked;
