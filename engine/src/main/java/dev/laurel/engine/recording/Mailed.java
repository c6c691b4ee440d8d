package dev.laurel.engine.recording;

import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.revision.BudgetPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Knows which messages events made before they are decided anew: so that none is made again, and so
 * that what comes late makes no more than was left of a limit. Not thread-safe.
 */
final class Mailed implements Grants {
  private final Map<String, Map<String, LocalDate>> made = new LinkedHashMap<>();

  /** Of which it is not decided anew yet whether they would be made, so that no state has them. */
  private final Set<String> ahead = new TreeSet<>();

  /** Of one event of which these messages were made. */
  static Mailed of(String key, Set<String> messages) {
    Mailed mailed = new Mailed();
    mailed.made(key, messages);
    return mailed;
  }

  /** Notes messages that need not be counted ahead: the state has them, or they are made now. */
  void made(String key, Set<String> messages) {
    if (!messages.isEmpty())
      made.put(
          key,
          messages.stream()
              .collect(
                  Collectors.toMap(
                      message -> message, _ -> LocalDate.EPOCH, (a, _) -> a, TreeMap::new)));
  }

  /**
   * Notes a message.
   *
   * @param key of the event that made it
   * @param day on which it counts
   */
  void add(String key, String message, LocalDate day) {
    made.computeIfAbsent(key, _ -> new TreeMap<>()).put(message, day);
    ahead.add(key);
  }

  /** An event was decided anew, and all before it. */
  void decided(String key) {
    ahead.remove(key);
  }

  @Override
  public Grant take(BudgetPlan budget, Event event, long wanted) {
    return Grants.NONE.take(budget, event, wanted);
  }

  @Override
  public Set<String> messages(Event event) {
    return made.getOrDefault(EventKey.of(event), Map.of()).keySet();
  }

  @Override
  public Map<String, List<LocalDate>> sentLater(Event event) {
    if (ahead.isEmpty()) return Map.of();
    Map<String, List<LocalDate>> later = new TreeMap<>();
    String own = EventKey.of(event);
    for (String key : ahead)
      if (!key.equals(own))
        made.getOrDefault(key, Map.of())
            .forEach(
                (message, day) -> later.computeIfAbsent(message, _ -> new ArrayList<>()).add(day));
    later.values().forEach(days -> days.sort(null));
    return later;
  }
}
