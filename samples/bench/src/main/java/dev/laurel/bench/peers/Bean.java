package dev.laurel.bench.peers;

import dev.laurel.samples.bench.Awards;
import java.util.Map;

/**
 * The facts of a visit, or of a line with those of its visit, as a bean: engines that bind to
 * classes are fastest with one flat fact of typed properties. Not thread-safe.
 */
public abstract class Bean {
  private final String region;
  private final String cityKind;
  private final String ageBand;
  private final String language;
  private final String household;
  private final String occupation;
  private final String device;
  private final String partner;
  private final String payment;
  private final String newsletter;
  private final long children;
  private final long cars;
  private final long referrals;
  private final long appVisits;
  private final long reviews;
  private final long giftCards;
  private final long complaints;
  private final long surveys;
  private final long distance;
  private final long basket;
  private final String store;
  private final long time;
  private final long visits30;
  private final long visits90;
  private final long amount;
  private Awards awards = new Awards();

  Bean(Map<String, Object> facts, long amount) {
    region = text(facts, "member.region");
    cityKind = text(facts, "member.cityKind");
    ageBand = text(facts, "member.ageBand");
    language = text(facts, "member.language");
    household = text(facts, "member.household");
    occupation = text(facts, "member.occupation");
    device = text(facts, "member.device");
    partner = text(facts, "member.partner");
    payment = text(facts, "member.payment");
    newsletter = text(facts, "member.newsletter");
    children = number(facts, "member.children");
    cars = number(facts, "member.cars");
    referrals = number(facts, "member.referrals");
    appVisits = number(facts, "member.appVisits");
    reviews = number(facts, "member.reviews");
    giftCards = number(facts, "member.giftCards");
    complaints = number(facts, "member.complaints");
    surveys = number(facts, "member.surveys");
    distance = number(facts, "member.distance");
    basket = number(facts, "member.basket");
    store = text(facts, "purchase.store");
    time = number(facts, "event.time");
    visits30 = number(facts, "metrics.visits30");
    visits90 = number(facts, "metrics.visits90");
    this.amount = amount;
  }

  static String text(Map<String, Object> facts, String path) {
    return String.valueOf(facts.get(path));
  }

  static long number(Map<String, Object> facts, String path) {
    return facts.get(path) instanceof Long number ? number : Long.MIN_VALUE;
  }

  public final String getRegion() {
    return region;
  }

  public final String getCityKind() {
    return cityKind;
  }

  public final String getAgeBand() {
    return ageBand;
  }

  public final String getLanguage() {
    return language;
  }

  public final String getHousehold() {
    return household;
  }

  public final String getOccupation() {
    return occupation;
  }

  public final String getDevice() {
    return device;
  }

  public final String getPartner() {
    return partner;
  }

  public final String getPayment() {
    return payment;
  }

  public final String getNewsletter() {
    return newsletter;
  }

  public final String getStore() {
    return store;
  }

  public final long getChildren() {
    return children;
  }

  public final long getCars() {
    return cars;
  }

  public final long getReferrals() {
    return referrals;
  }

  public final long getAppVisits() {
    return appVisits;
  }

  public final long getReviews() {
    return reviews;
  }

  public final long getGiftCards() {
    return giftCards;
  }

  public final long getComplaints() {
    return complaints;
  }

  public final long getSurveys() {
    return surveys;
  }

  public final long getDistance() {
    return distance;
  }

  public final long getBasket() {
    return basket;
  }

  public final long getTime() {
    return time;
  }

  public final long getVisits30() {
    return visits30;
  }

  public final long getVisits90() {
    return visits90;
  }

  /** In cents, of the purchase or of the line. */
  public final long getAmount() {
    return amount;
  }

  /** Where a rule's award goes in the present decision. */
  public final Awards getAwards() {
    return awards;
  }

  final void begin(Awards present) {
    awards = present;
  }

  /** Gives a rule points in the present decision. */
  public final void give(int rule, long points) {
    awards.add(rule, points);
  }
}
