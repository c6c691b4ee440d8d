/** The page that tells whether the programme is healthy, what is in force and what ends. */
@NullMarked
package dev.laurel.ui.studio.home;

import org.jspecify.annotations.NullMarked;
