package dev.laurel.engine.operation;

import dev.laurel.engine.draft.DraftStore;
import dev.laurel.engine.history.HistoryStore;
import dev.laurel.engine.overview.OverviewStore;
import dev.laurel.engine.population.QuintileStore;
import dev.laurel.engine.recording.ProfileForm;
import dev.laurel.engine.recording.Stores;

/** All that a programme in operation keeps, in one database. Thread-safe. */
public interface Storage {
  /**
   * The ports through which events are recorded.
   *
   * @param profiles how what is personal in members' states is kept
   */
  Stores stores(ProfileForm profiles);

  RevisionStore revisions();

  ClockStore clock();

  OverviewStore overviews();

  /** Snapshots of the population. */
  QuintileStore quintiles();

  /** The drafts of the programme. */
  DraftStore drafts();

  /** The book of what is done to the programme. */
  HistoryStore programmeHistory();

  /** The book of what people do to single members by hand, and of what they look at. */
  HistoryStore memberHistory();

  /** Whether it answers now; takes at most a few seconds to tell. */
  boolean isReachable();
}
