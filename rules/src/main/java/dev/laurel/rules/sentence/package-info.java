/**
 * Every part of a pack as sentences, from one model that speaks several languages.
 *
 * <p>Way in: {@link dev.laurel.rules.sentence.Sentences#of} reads a pack into passages of
 * sentences, whole or element by element; a {@link dev.laurel.rules.sentence.Speaker} turns them
 * into text, or into runs of text and {@linkplain dev.laurel.rules.sentence.Phrase.Word words} that
 * know what they are about and where they stand in the pack. The grammar of a language is a file of
 * templates, {@code sentences_<language>.properties}, and a small class for numbers, money,
 * plurals, measure words, quotation and the order of circumstances. There are English and
 * Simplified Chinese; every language has every template.
 *
 * <p>A sentence names every operand, bound and exception: two elements of different meaning never
 * read alike. What people typed is quoted, with quotation marks and control characters escaped, so
 * that it cannot pass for grammar; only a tier's or point kind's title that looks like a proper
 * name, or in Chinese holds no word that sentences are built of, stands bare. A title that is not
 * there in the language spoken is said in the nearest that is, else in English. Things of one kind
 * that share a title are told apart by their ids.
 *
 * <p>Not said, because it changes nothing for members:
 *
 * <ul>
 *   <li>ids: of things whose title is their own, of rows, requirements, limits, steps, scenarios;
 *   <li>texts in other languages than the spoken one;
 *   <li>how the same is written: one row of several parts or several rows; a refuted comparison or
 *       its opposite; one of a single value or equal to it; a default that is written out; a tier's
 *       own term that is its ladder's; a term with two open ends; a table's cell that asks nothing;
 *   <li>the edge of a day on which an entitlement ends that never ends, and a priority of 0;
 *   <li>that a condition which lacks a value is neither met nor refuted: that holds for all of
 *       them.
 * </ul>
 *
 * <p>Knows the language and the vocabulary; evaluates nothing, checks nothing and knows no screen.
 * What does not resolve is said to be unknown.
 */
@NullMarked
package dev.laurel.rules.sentence;

import org.jspecify.annotations.NullMarked;
