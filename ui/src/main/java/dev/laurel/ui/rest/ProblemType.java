package dev.laurel.ui.rest;

import java.util.Locale;

/**
 * The kinds of problems. Their names in kebab case are stable: clients may tell them apart by the
 * URI {@code /problems/NAME}, under which the server says what to do.
 */
enum ProblemType {
  BAD_JSON(
      400,
      "The body is no JSON of the kind that is expected",
      "Send one JSON object, an array of objects, or one object per line as application/x-ndjson."),
  BAD_PARAMETER(400, "A part of the address is wrong", "Correct what the detail names."),
  UNAUTHORISED(
      401,
      "Who asks is not known",
      "Send a key as Authorization: Bearer KEY or X-API-Key: KEY, or a name and a password by HTTP Basic."),
  FORBIDDEN(
      403,
      "Whoever asks may not do this",
      "Ask an administrator for the role that the detail names, or somebody who has it."),
  WRONG_HOST(
      403,
      "The request was meant for another host",
      "Without authentication only requests to localhost are answered. Address it as localhost."),
  NOT_FOUND(
      404, "There is nothing here", "Check the id, or the path against /api/v1/openapi.json."),
  NOT_ALLOWED(
      405, "The method is not allowed here", "See /api/v1/openapi.json for those that are."),
  NOT_ACCEPTABLE(406, "No such form can be answered", "Accept application/json."),
  CONFLICT(
      409,
      "Another event has the same source and id",
      "Nothing was changed. Give each event an id of its own, and send an event again unchanged only."),
  REFUSED(
      409,
      "It cannot be done as things stand",
      "Nothing was changed. Do what the detail says; the code tells the reasons apart."),
  TOO_LARGE(413, "The body is too large", "Send at most 1,000 events and 5 MB at once."),
  WRONG_MEDIA_TYPE(
      415,
      "The body is of another type than is read here",
      "Send application/json, or for events application/x-ndjson or application/jsonl."),
  INVALID_EVENT(
      422,
      "The event has faults",
      "Nothing was recorded. Correct every fault that is listed, and send it again."),
  INVALID_PACK(
      422,
      "The archive is no rule pack",
      "Nothing was imported. Correct every fault that is listed, and send it again."),
  REDEMPTION_REFUSED(
      422,
      "The redemption was refused",
      "The refusal is recorded and no points were taken. To try again, use another id."),
  INTERNAL(
      500,
      "The server failed",
      "Send the same request again. If it fails again, look for the incident in the server's log."),
  BUSY(
      503,
      "Too many others write to the same member",
      "Send the same event again after the seconds that Retry-After names."),
  UNAVAILABLE(
      503,
      "The store cannot be reached",
      "Send the same request again after the seconds that Retry-After names; what was recorded is not recorded twice.");

  private final int status;
  private final String title;
  private final String remedy;

  ProblemType(int status, String title, String remedy) {
    this.status = status;
    this.title = title;
    this.remedy = remedy;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String remedy() {
    return remedy;
  }

  /** Its name in kebab case. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String uri() {
    return "/problems/" + id();
  }
}
