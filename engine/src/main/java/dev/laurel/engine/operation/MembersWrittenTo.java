package dev.laurel.engine.operation;

import dev.laurel.engine.delivery.Recipients;
import dev.laurel.engine.recording.MemberRecord;
import dev.laurel.engine.recording.MemberStore;
import dev.laurel.engine.vault.Vault;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Knows of members what the vault and their records say. Thread-safe. */
record MembersWrittenTo(MemberStore members, Vault vault) implements Recipients {
  @Override
  public Set<String> erased(Collection<String> of) {
    return vault.erased(of);
  }

  @Override
  public Map<String, Set<String>> consents(Collection<String> of) {
    Map<String, MemberRecord> found = members.find(of);
    Map<String, Set<String>> consents = new HashMap<>();
    for (String member : of) {
      MemberRecord record = found.get(member);
      if (record == null) consents.put(member, Set.of());
      // Of what is decided anew the state is one of the past, in which the member consented to
      // something else, perhaps.
      else if (record.redo().isEmpty())
        consents.put(member, record.state().holdings().consents().keySet());
    }
    return consents;
  }
}
