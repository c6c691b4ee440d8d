package dev.laurel.engine.mongo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A connection to a port of this machine that can be cut and mended. Thread-safe. */
final class Cable implements AutoCloseable {
  private final InetSocketAddress server;
  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean whole = true;

  private Cable(InetSocketAddress server, ServerSocket listening) {
    this.server = server;
    this.listening = listening;
  }

  static Cable to(int port) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    Cable cable = new Cable(new InetSocketAddress(here, port), new ServerSocket(0, 50, here));
    Thread.ofVirtual().start(cable::accept);
    return cable;
  }

  int port() {
    return listening.getLocalPort();
  }

  void cut() throws IOException {
    whole = false;
    for (Socket socket : open) socket.close();
  }

  void mend() {
    whole = true;
  }

  private void accept() {
    try {
      while (true) {
        Socket from = listening.accept();
        if (!whole) {
          from.close();
          continue;
        }
        Socket to = new Socket();
        to.connect(server);
        open.add(from);
        open.add(to);
        Thread.ofVirtual().start(() -> carry(from, to));
        Thread.ofVirtual().start(() -> carry(to, from));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void carry(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException cut) {
      // Both ends learn of it by being closed.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
  }
}
