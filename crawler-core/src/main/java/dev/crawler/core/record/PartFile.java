package dev.crawler.core.record;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// A file in the making: a neighbour of the file that it will be, under a name that nobody can
/// guess and that was not there before. Moved into place, it replaces a symbolic link of that name
/// and leaves what the link led to alone, so that nobody who may write to a folder can choose where
/// our output goes. *Immutable.*
///
/// @param target where it will be
/// @param path where it is
public record PartFile(Path target, Path path) {
  /// A part of that file, not there yet.
  public static PartFile of(Path file) {
    var target = file.toAbsolutePath();
    return new PartFile(
        target, target.resolveSibling(target.getFileName() + "." + random() + ".part"));
  }

  /// Whether that is no ordinary file, such as a pipe or a device, which can only be written to as
  /// it is. Links are followed where the system alone makes them: `/dev/stdout` is one.
  public static boolean isDevice(Path file) {
    var path = file.toAbsolutePath().normalize();
    if (isOfTheSystem(path)) {
      return Files.exists(path);
    }
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        && !Files.isSymbolicLink(path);
  }

  /// Opens a device to be written to.
  public static OutputStream openDevice(Path file) throws IOException {
    return Files.newOutputStream(file, APPEND); // it may lead to a file that has begun
  }

  /// Not `/dev/shm`, where everybody may write.
  private static boolean isOfTheSystem(Path path) {
    return path.startsWith("/proc")
        || path.startsWith("/dev/fd")
        || Path.of("/dev").equals(path.getParent());
  }

  private static String random() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  /// Makes it.
  ///
  /// @throws IOException when its folder is missing or may not be written to
  public OutputStream create() throws IOException {
    return Files.newOutputStream(path, CREATE_NEW, WRITE);
  }

  /// The same for its owner's eyes alone, where the file system knows of owners.
  public OutputStream createPrivate() throws IOException {
    return Channels.newOutputStream(
        Files.newByteChannel(path, Set.of(CREATE_NEW, WRITE), ownerOnly(path)));
  }

  /// What a new file of that name is made with so that its owner alone may read and write it;
  /// nothing where the file system does not know of owners.
  public static FileAttribute<?>[] ownerOnly(Path path) {
    boolean owned = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    return owned ? new FileAttribute<?>[] {mode} : new FileAttribute<?>[0];
  }

  /// Has the name of a file outlive the machine, where the system can do that.
  public static void syncFolderOf(Path file) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder != null && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (var names = FileChannel.open(folder, READ)) {
        names.force(true);
      }
    }
  }

  /// Puts it where it belongs, at once and whole.
  public void moveIntoPlace() throws IOException {
    Files.move(path, target, ATOMIC_MOVE);
  }
}
