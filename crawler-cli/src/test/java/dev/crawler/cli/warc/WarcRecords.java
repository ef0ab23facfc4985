package dev.crawler.cli.warc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/// The records of a file, as jwarc reads them. *Immutable.*
///
/// @param all in the order of the file
public record WarcRecords(List<Read> all) {
  /// Copies the list.
  public WarcRecords {
    all = List.copyOf(all);
  }

  /// One record.
  ///
  /// @param header its fields, one a line
  /// @param block one character a byte
  public record Read(String type, String header, String block) {
    /// The value of a field, or nothing.
    public String field(String name) {
      return header
          .lines()
          .filter(line -> line.startsWith(name + ": "))
          .map(line -> line.substring(name.length() + 2))
          .findFirst()
          .orElse("");
    }
  }

  /// Reads a file to its end.
  public static WarcRecords in(Path file) throws IOException {
    var records = new ArrayList<Read>();
    try (var reader = new WarcReader(file)) {
      for (var record = reader.next(); record.isPresent(); record = reader.next()) {
        records.add(read(record.get()));
      }
    }
    return new WarcRecords(records);
  }

  private static Read read(WarcRecord record) throws IOException {
    var header = new String(record.serializeHeader(), ISO_8859_1);
    var block = new String(record.body().stream().readAllBytes(), ISO_8859_1);
    return new Read(record.type(), header.replace("\r", ""), block);
  }

  /// Those of one type.
  public List<Read> of(String type) {
    return all.stream().filter(record -> record.type().equals(type)).toList();
  }

  /// What jwarc's own validator says of a file, which is nothing when it is fine. It ends its
  /// process, so it gets one.
  public static String complaints(Path file) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var tool = "org.netpreserve.jwarc.tools.WarcTool";
    var process =
        new ProcessBuilder(java, "-cp", jwarc().toString(), tool, "validate", file.toString())
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
    int code = process.waitFor();
    return code == 0 ? output : output + "exit code " + code;
  }

  private static File jwarc() {
    try {
      return new File(WarcReader.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
