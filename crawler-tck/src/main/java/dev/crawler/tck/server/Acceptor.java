package dev.crawler.tck.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Accepts connections and has each served by a virtual thread of its own. When it is closed,
/// nothing of it is left, not even a connection that came in at that moment. *Thread-safe.*
public final class Acceptor implements AutoCloseable {
  private static final long LONGEST_SECONDS = 10;

  private final Set<ServerSocket> listeners = ConcurrentHashMap.newKeySet();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean closed;

  /// What is done with a connection, which is closed afterwards.
  @FunctionalInterface
  public interface Service {
    /// Ends when the client hangs up or the connection is closed under it.
    void serve(Socket connection) throws IOException, InterruptedException;
  }

  /// Serves who connects there from now on.
  public void listen(ServerSocket listener, Service service) {
    listen(listener, () -> service);
  }

  /// The same with a service for each connection, asked for in the order in which they come.
  public void listen(ServerSocket listener, Supplier<Service> services) {
    listeners.add(listener);
    threads.execute(() -> accept(listener, services));
  }

  /// Does something beside, until it is interrupted; nothing once all is closed.
  public void execute(Runnable task) {
    try {
      threads.execute(task);
    } catch (RejectedExecutionException _) {
      // Closed, and with it all that the task could be about.
    }
  }

  /// How many connections there are that are served still.
  public int connections() {
    return connections.size();
  }

  private void accept(ServerSocket listener, Supplier<Service> services) {
    try {
      while (true) {
        var connection = listener.accept();
        connections.add(connection);
        if (closed) {
          connection.close(); // whoever closed the others may not have seen it
        }
        var service = services.get();
        execute(() -> serve(connection, service));
      }
    } catch (IOException _) {
      closeQuietly(listener); // as it is already, but for a fault
    }
  }

  private void serve(Socket connection, Service service) {
    try (connection) {
      connection.setTcpNoDelay(true);
      service.serve(connection);
    } catch (IOException _) {
      // The client hung up, which is its right, or we did.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(connection);
    }
  }

  /// Stops listening, breaks every connection and interrupts what is being done. Idempotent.
  ///
  /// @throws IllegalStateException when something does not end
  @Override
  public void close() {
    closed = true;
    listeners.forEach(Acceptor::closeQuietly);
    connections.forEach(Acceptor::closeQuietly);
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a connection does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeQuietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e); // closing a socket does not fail
    }
  }
}
