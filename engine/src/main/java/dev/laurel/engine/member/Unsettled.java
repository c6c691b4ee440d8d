package dev.laurel.engine.member;

/**
 * In what a referral's reward came, or was taken back, otherwise than it says: so that nothing is
 * taken back of it that never came, and nothing given again that is there still. Immutable.
 *
 * @param reward the name of the event that brought it, whatever corrected that since
 * @param of the point kind, in whose unit all is; or a metric that counts such points, by {@link
 *     #metric}, in the metric's own unit; or the place of a benefit
 * @param beyond by how much all that it says is above what the caps of the balance let come; below
 *     0 where it says so much less by now than they would let come; 0 where they cut nothing
 * @param untaken what was to be taken back of it and was not there, since it had lapsed, was
 *     forgiven or used, or is not counted any more
 * @param pooled what the member's pool was to give up of it
 * @param elsewhere what was taken for it of other points, or is owed
 */
public record Unsettled(
    String reward, String of, long beyond, long untaken, long pooled, long elsewhere) {
  /** Of a reward that came as it says, and of which nothing was taken back. */
  public static Unsettled nothing(String reward, String of) {
    return new Unsettled(reward, of, 0, 0, 0, 0);
  }

  /** The name of a metric; ids hold no slash. */
  public static String metric(String id) {
    return "metrics/" + id;
  }

  public boolean isNothing() {
    return beyond == 0 && untaken == 0 && pooled == 0 && elsewhere == 0;
  }

  /** What of so many units that it says less by now ever came. */
  public long came(long less) {
    return beyond == 0 ? less : Math.min(beyond, 0) - Math.min(beyond - less, 0);
  }

  /** What of so many units that it says again by now the caps had let come. */
  public long comesAgain(long more) {
    return beyond == 0 ? more : Math.min(beyond + more, 0) - Math.min(beyond, 0);
  }

  /** The same where it says so much more by now, or so much less. */
  public Unsettled says(long more) {
    return beyond == 0 ? this : with(Math.addExact(beyond, more));
  }

  /** The same where so much more of it is had than the caps had let come. */
  public Unsettled has(long more) {
    return with(beyond < 0 ? Math.min(0, beyond + more) : beyond);
  }

  /** The same with another surplus. */
  public Unsettled with(long newBeyond) {
    return new Unsettled(reward, of, newBeyond, untaken, pooled, elsewhere);
  }

  /** The same with so much more of each. */
  public Unsettled plus(long moreUntaken, long morePooled, long moreElsewhere) {
    return new Unsettled(
        reward,
        of,
        beyond,
        Math.addExact(untaken, moreUntaken),
        Math.addExact(pooled, morePooled),
        Math.addExact(elsewhere, moreElsewhere));
  }
}
