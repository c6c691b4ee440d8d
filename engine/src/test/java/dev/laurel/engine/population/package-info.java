@NullMarked
package dev.laurel.engine.population;

import org.jspecify.annotations.NullMarked;
