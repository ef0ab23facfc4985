package dev.crawler.processes.launch;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// A worker in a JVM of its own. *Thread-safe.*
final class JvmWorker implements RunningWorker {
  /// A worker that lost its life-line ends itself within five seconds.
  private static final long ASKED_SECONDS = 6;

  private static final long TOLD_SECONDS = 1;

  private final int number;
  private final Process process;
  private final WorkerOutput output;
  private final CompletableFuture<WorkerExit> ended = new CompletableFuture<>();

  private JvmWorker(int number, Process process, WorkerOutput output) {
    this.number = number;
    this.process = process;
    this.output = output;
  }

  /// Hands the letter over and listens from now on. The thread is one of the platform: reading a
  /// pipe would hold a carrier for as long as the worker lives.
  static JvmWorker of(Letter letter, Process process, WorkerOutput output) {
    var worker = new JvmWorker(letter.number(), process, output);
    Thread.ofPlatform().daemon().name(worker.name() + "-output").start(worker::watch);
    worker.hand(letter);
    return worker;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public CompletionStage<WorkerExit> ended() {
    return ended.minimalCompletionStage();
  }

  @Override
  public boolean hasEnded() {
    return !process.isAlive();
  }

  @Override
  public void dismiss() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroy();
    }
  }

  @Override
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    dismiss();
    try {
      if (!process.waitFor(ASKED_SECONDS, TimeUnit.SECONDS)) {
        process.destroy();
        process.waitFor(TOLD_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    var unheard = new WorkerExit(-1, "");
    ended.copy().completeOnTimeout(unheard, ASKED_SECONDS, TimeUnit.SECONDS).join();
  }

  /// Whoever does not take its settings is not going to work.
  private void hand(Letter letter) {
    try {
      letter.writeTo(process.getOutputStream());
    } catch (IOException e) {
      process.destroyForcibly();
    }
  }

  private void watch() {
    output.drain(process.getInputStream());
    ended.complete(new WorkerExit(exitCode(), output.lastWords()));
  }

  private int exitCode() {
    return process.onExit().join().exitValue();
  }
}
