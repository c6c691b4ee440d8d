package dev.laurel.ui.rest;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests that are too broken for any endpoint; the container makes it by its name. */
public final class Rejections extends ErrorReportValve {
  private static final Logger LOG = LoggerFactory.getLogger(Rejections.class);

  @Override
  protected void report(Request request, Response response, Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
    try {
      Problems.of(status, null).send(response);
    } catch (IOException gone) {
      LOG.debug("Nobody was left to be told of a broken request", gone);
    }
  }
}
