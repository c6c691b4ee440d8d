package dev.laurel.engine.operation;

import dev.laurel.engine.recording.MemberRecord;
import dev.laurel.engine.recording.MemberStore;
import dev.laurel.engine.vault.Masked;
import dev.laurel.engine.vault.PersonalFields;
import dev.laurel.engine.vault.SearchBy;
import dev.laurel.engine.vault.Vault;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds members by their ids and by what is personal of them. Thread-safe. */
final class MemberSearch {
  private final MemberStore members;
  private final Vault vault;

  MemberSearch(MemberStore members, Vault vault) {
    this.members = members;
    this.vault = vault;
  }

  /** See {@link Insight#search}. */
  List<MemberBrief> of(String text, int limit) {
    String asked = text.strip();
    Map<String, MemberRecord> found = new LinkedHashMap<>();
    if (!asked.isEmpty())
      members.find(asked).ifPresent(record -> found.put(record.member(), record));
    for (MemberRecord record : members.page(asked, limit))
      if (record.member().startsWith(asked)) found.putIfAbsent(record.member(), record);
    if (!asked.isEmpty()) found.putAll(byPerson(asked, limit, found.keySet()));
    List<MemberRecord> first = found.values().stream().limit(limit).toList();
    Map<String, PersonalFields> people =
        vault.find(first.stream().map(MemberRecord::member).toList());
    return first.stream()
        .map(record ->
            new MemberBrief(
                record.state(),
                Masked.of(people.getOrDefault(record.member(), PersonalFields.NONE))))
        .toList();
  }

  /** Whose name, mail address or telephone number it is, in the order of their ids. */
  private Map<String, MemberRecord> byPerson(String asked, int limit, Set<String> known) {
    Set<String> ids = new LinkedHashSet<>();
    for (SearchBy by : SearchBy.values()) ids.addAll(vault.search(by, asked, limit));
    ids.removeAll(known);
    Map<String, MemberRecord> records = members.find(ids);
    Map<String, MemberRecord> found = new LinkedHashMap<>();
    for (String member : ids)
      Optional.ofNullable(records.get(member)).ifPresent(record -> found.put(member, record));
    return found;
  }
}
