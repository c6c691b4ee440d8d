/** The page on which people say who they are. Knows no page but itself. */
@NullMarked
package dev.laurel.ui.studio.signin;

import org.jspecify.annotations.NullMarked;
