package dev.crawler.processes.launch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A worker within this process, which ends when it is told to. *Thread-safe.*
final class NoWorker implements RunningWorker {
  private final CompletableFuture<WorkerExit> ended = new CompletableFuture<>();

  @Override
  public int number() {
    return 0;
  }

  @Override
  public CompletionStage<WorkerExit> ended() {
    return ended;
  }

  @Override
  public boolean hasEnded() {
    return ended().toCompletableFuture().isDone();
  }

  @Override
  public void dismiss() {
    ended.complete(new WorkerExit(0, ""));
  }

  @Override
  public void kill() {
    ended.complete(new WorkerExit(137, ""));
  }

  @Override
  public void close() {
    dismiss();
  }
}
