package dev.crawler.cli.compare.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What Linux tells of a process in `/proc/PID/status`; zeros where there is no such file, as
/// elsewhere or when the process is gone. *Immutable.*
///
/// @param threads alive
/// @param residentBytes resident set now
/// @param peakResidentBytes greatest resident set so far
record ProcessStatus(int threads, long residentBytes, long peakResidentBytes) {
  private static final long KIB = 1024;

  static ProcessStatus ofThis() {
    return of("self");
  }

  static ProcessStatus of(long pid) {
    return of(String.valueOf(pid));
  }

  private static ProcessStatus of(String process) {
    int threads = 0;
    long now = 0;
    long peak = 0;
    try (var lines = Files.newBufferedReader(Path.of("/proc", process, "status"))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("VmHWM:")) {
          peak = number(line) * KIB;
        } else if (line.startsWith("VmRSS:")) {
          now = number(line) * KIB;
        } else if (line.startsWith("Threads:")) {
          threads = (int) number(line);
        }
      }
    } catch (IOException e) {
      return new ProcessStatus(threads, now, peak);
    }
    return new ProcessStatus(threads, now, peak);
  }

  private static long number(String line) {
    return Long.parseLong(line.replaceAll("\\D", ""));
  }
}
