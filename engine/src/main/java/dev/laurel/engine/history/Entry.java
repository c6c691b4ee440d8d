package dev.laurel.engine.history;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be recorded. Immutable.
 *
 * @param key by which the act is recorded once only; empty where its number in the book says that
 * @param by who did it: a sign-in name
 * @param act what was done, in kebab case, such as {@code draft-approved}
 * @param about to what or to whom it was done
 * @param why the reason given; empty where none was
 * @param digest SHA-256 of the content that the act was about, in hex; empty where there is none
 * @param facts what else belongs to the act, by names that are stable
 */
public record Entry(
    String key,
    String by,
    String act,
    String about,
    String why,
    String digest,
    SortedMap<String, String> facts) {
  public Entry {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }
}
