package dev.laurel.engine.evaluate;

import dev.laurel.engine.decision.Given;
import dev.laurel.engine.event.Event;
import java.util.List;
import java.util.Optional;

/** Those with whom something connects a member that is folded. */
interface Company {
  /** For whom nothing connects with anybody. */
  Company NOBODY =
      new Company() {
        @Override
        public Optional<Given.By> by(String member) {
          return Optional.empty();
        }

        @Override
        public void send(List<Event> events) {
          if (!events.isEmpty())
            throw new IllegalStateException(
                "%s is sent to nobody.".formatted(events.getFirst().id()));
        }
      };

  /** For whoever only looks at what members buy, which nobody else changes. */
  Company UNHEEDED =
      new Company() {
        @Override
        public Optional<Given.By> by(String member) {
          return Optional.empty();
        }

        @Override
        public void send(List<Event> events) {}
      };

  /** How another one stands now; empty where there is no such member. */
  Optional<Given.By> by(String member);

  /** Takes what happens to others. */
  void send(List<Event> events);
}
