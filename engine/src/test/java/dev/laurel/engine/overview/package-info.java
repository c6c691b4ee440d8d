@NullMarked
package dev.laurel.engine.overview;

import org.jspecify.annotations.NullMarked;
