package dev.crawler.core.journal;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.crawler.core.record.PartFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/// A file that grows at its end alone. What is appended has reached the operating system when the
/// call returns, so it outlives the process; it outlives the machine after [#sync]. *Confined to
/// one thread at a time, but for `sync`.*
final class AppendFile implements Closeable {
  private final FileChannel file;

  /// A stream, since an interrupt closes a channel that is being written to.
  private final OutputStream out;

  private long end;

  private AppendFile(FileChannel file, OutputStream out, long end) {
    this.file = file;
    this.out = out;
    this.end = end;
  }

  /// Makes a file that is not there yet.
  static AppendFile create(Path path, FileAttribute<?>... attributes) throws IOException {
    FileChannel.open(path, Set.of(CREATE_NEW, WRITE), attributes).close();
    return open(path, 0);
  }

  /// Writes how a file begins.
  @FunctionalInterface
  interface Beginning {
    void writeTo(AppendFile file) throws IOException;
  }

  /// Makes a file that is never there without its beginning, whatever dies meanwhile.
  static AppendFile create(Path path, Beginning beginning) throws IOException {
    var unborn = path.resolveSibling(path.getFileName() + ".part");
    Files.deleteIfExists(unborn); // of one that died here
    long length;
    try (var file = create(unborn, PartFile.ownerOnly(unborn))) {
      beginning.writeTo(file);
      file.sync();
      length = file.end();
    }
    Files.move(unborn, path, ATOMIC_MOVE);
    PartFile.syncFolderOf(path);
    return open(path, length);
  }

  /// Opens a file, cut back to that length. A symbolic link is not followed.
  static AppendFile open(Path path, long length) throws IOException {
    var file = FileChannel.open(path, WRITE, NOFOLLOW_LINKS);
    try {
      file.truncate(length);
      return new AppendFile(file, Files.newOutputStream(path, APPEND, NOFOLLOW_LINKS), length);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /// What comes next. It counts once [#grown] has said so.
  OutputStream stream() {
    return out;
  }

  /// What was written since is whole, and so long.
  void grown(long length) {
    end += length;
  }

  /// Where the last whole piece ends.
  long end() {
    return end;
  }

  /// Has everything written so far outlive the machine.
  void sync() throws IOException {
    file.force(false);
  }

  /// Cuts off what is not whole.
  @Override
  public void close() throws IOException {
    try (file;
        out) {
      if (file.size() > end) {
        file.truncate(end);
      }
    }
  }
}
