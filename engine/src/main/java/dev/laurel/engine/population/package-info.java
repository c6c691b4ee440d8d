/**
 * Fifths of the population: where they begin is found over all members in pages, once a day, and
 * kept with its date, so that whoever is judged later can be told by what.
 *
 * <p>Way in: {@link dev.laurel.engine.population.QuintilePass}, which finds them, {@link
 * dev.laurel.engine.population.KnownQuintiles}, which tells them, and {@link
 * dev.laurel.engine.population.Ranking} for whoever has all values at hand. Reads members' states
 * and changes none. Must not know how anything is stored.
 *
 * @see "engine/docs/decisions/074-quintiles.md"
 */
@NullMarked
package dev.laurel.engine.population;

import org.jspecify.annotations.NullMarked;
