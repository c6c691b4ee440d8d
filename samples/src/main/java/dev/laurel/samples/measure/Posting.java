package dev.laurel.samples.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * A client that posts events, one after the other, over a connection that it keeps. It shares the
 * cores with the server that it measures, so it does as little as can be: a whole HTTP client costs
 * a third of what the server does.
 */
final class Posting implements Intake.Work {
  private final URI server;
  private final String key;
  private final IntFunction<String> bodies;
  private Socket socket;
  private InputStream in;
  private boolean ending;

  Posting(URI server, String key, IntFunction<String> bodies) throws IOException {
    this.server = server;
    this.key = key;
    this.bodies = bodies;
    this.socket = connect();
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  private Socket connect() throws IOException {
    Socket opened = new Socket(server.getHost(), server.getPort());
    opened.setTcpNoDelay(true);
    return opened;
  }

  @Override
  public void one(int number) throws IOException {
    if (ending) {
      close();
      socket = connect();
      in = new BufferedInputStream(socket.getInputStream());
      ending = false;
    }
    byte[] body = bodies.apply(number).getBytes(UTF_8);
    String head =
        """
        POST /api/v1/events HTTP/1.1\r
        Host: %s\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(server.getAuthority(), key, body.length);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(head.getBytes(UTF_8));
    whole.write(body);
    whole.writeTo(socket.getOutputStream());
    answer();
  }

  private void answer() throws IOException {
    String status = line();
    int length = 0;
    boolean chunked = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:"))
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      chunked |= header.equals("transfer-encoding: chunked");
      ending |= header.equals("connection: close");
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (chunked)
      for (int size = size(); size > 0; size = size()) {
        body.write(in.readNBytes(size));
        line();
      }
    else body.write(in.readNBytes(length));
    if (!status.startsWith("HTTP/1.1 2"))
      throw new IOException("An event was refused: %s %s".formatted(status, body.toString(UTF_8)));
  }

  private int size() throws IOException {
    int size = Integer.parseInt(line(), 16);
    if (size == 0) line();
    return size;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) throw new EOFException("The server closed the connection.");
      if (read != '\r') line.append((char) read);
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
