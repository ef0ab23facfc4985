package dev.crawler.processes.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.crawler.core.record.PageRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartLogTest {
  @TempDir private Path folder;

  @Test
  @Tag("fault:D1")
  void aRecordIsInTheFileWhenAppendReturns() throws IOException {
    try (var log = PartLog.create(folder, 3)) {
      for (var url : List.of("http://ex.com/a", "http://ex.com/b")) {
        long position = log.append(Records.page(url));

        assertThat(entries(log.part().file()))
            .last()
            .isEqualTo(PartEntry.of(position, Records.page(url).by("3")));
      }
    }
  }

  @Test
  void recordsOfManyThreadsAreFoundWhereAppendSaid() throws IOException {
    var positions = new ConcurrentHashMap<Long, String>();
    try (var log = PartLog.create(folder, 1);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 2_000; i++) {
        var page = page(i);
        var _ = threads.submit(() -> positions.put(log.append(page), page.url()));
      }
    }

    var found = new HashMap<Long, String>();
    entries(Part.of(folder, 1).file())
        .forEach(entry -> found.put(entry.position(), entry.page().url()));
    assertThat(found).hasSize(2_000).isEqualTo(positions);
  }

  @Test
  void theInterruptOfOneCallerClosesTheFileForNobody() throws IOException {
    try (var log = PartLog.create(folder, 1)) {
      Thread.currentThread().interrupt();
      log.append(Records.page("http://ex.com/a"));
      assertThat(Thread.interrupted()).isTrue();

      log.append(Records.page("http://ex.com/b"));

      assertThat(entries(log.part().file())).hasSize(2);
    }
  }

  @Test
  void theFileIsForItsOwnerAlone() throws IOException {
    try (var log = PartLog.create(folder, 12)) {
      var mode = Files.getPosixFilePermissions(log.part().file());

      assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
      assertThat(Part.in(folder)).containsExactly(log.part());
    }
  }

  @Test
  void aNumberIsUsedOnce() throws IOException {
    PartLog.create(folder, 1).close();

    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> PartLog.create(folder, 1));
  }

  @Test
  @Tag("fault:D5")
  void nothingIsWrittenBehindHalfALine() throws IOException {
    var log = new PartLog(new Part(1, folder.resolve("full")), new FullDisk());
    assertThatIOException().isThrownBy(() -> log.append(Records.page("http://ex.com/a")));

    assertThatIOException()
        .isThrownBy(() -> log.append(Records.page("http://ex.com/b")))
        .withMessageContaining("broken");
  }

  @Test
  void aRecordIsOneCall() throws IOException {
    var calls = new ArrayList<Integer>();
    var out =
        new OutputStream() {
          @Override
          public void write(int octet) {
            calls.add(1);
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            calls.add(length);
          }
        };

    try (var log = new PartLog(new Part(1, folder), out)) {
      log.append(page(7_000));
      long second = log.append(page(1));

      assertThat(calls).hasSize(2).first().isEqualTo((int) second);
    }
  }

  @Test
  void otherFilesOfTheFolderAreNoParts() throws IOException {
    for (var name : List.of("worker-0.jsonl", "worker-2.jsonl.part", "x", "worker-10.jsonl")) {
      Files.createFile(folder.resolve(name));
    }
    Files.createFile(folder.resolve("worker-9.jsonl"));

    assertThat(Part.in(folder)).extracting(Part::worker).containsExactly(9, 10);
  }

  private static PageRecord page(int i) {
    return Records.page(
        "http://ex.com/" + i, List.of("http://ex.com/" + "x".repeat(i * 37 % 9_000)));
  }

  private static List<PartEntry> entries(Path file) throws IOException {
    var entries = new ArrayList<PartEntry>();
    try (var reader = PartReader.open(file)) {
      for (var entry = reader.next(); entry != null; entry = reader.next()) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private static final class FullDisk extends OutputStream {
    private boolean full = true;

    @Override
    public void write(int octet) throws IOException {
      if (full) {
        full = false;
        throw new IOException("no space left on device");
      }
    }
  }
}
