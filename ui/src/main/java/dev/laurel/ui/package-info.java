/** What people touch: the command line. Asks the engine and decides nothing itself. */
@NullMarked
package dev.laurel.ui;

import org.jspecify.annotations.NullMarked;
