package dev.crawler.processes.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Which flags of this JVM its workers get: all but those that two processes cannot both follow, as
/// a port to listen at or a file to write.
final class InheritedFlags {
  private static final Pattern FOR_ONE_ALONE =
      Pattern.compile(
          String.join(
              "|",
              "-(?:agentlib|agentpath|javaagent):.*",
              "-Xdebug|-Xrunjdwp:.*",
              "-XX:(?:AOTCacheOutput|AOTMode|AOTConfiguration)=.*",
              "-XX:(?:ArchiveClassesAtExit|DumpLoadedClassList|ExtraSharedClassListFile)=.*",
              "-XX:[+]?(?:AutoCreateSharedArchive|DumpSharedSpaces|RecordDynamicDumpInfo)",
              "-Xshare:dump",
              "-XX:(?:StartFlightRecording|FlightRecorderOptions).*",
              "-Xlog:.*:(?:file=.*|[^:]*[./].*)|-Xloggc:.*",
              "-Dcom[.]sun[.]management[.]jmxremote.*",
              "-Dcrawler[.]alone=.*"));

  private InheritedFlags() {}

  /// @param given to this JVM, in order
  /// @param alone those among them that were meant for it alone; each counts once, so that a user
  ///   may give the same
  static List<String> of(List<String> given, Set<String> alone) {
    var inherited = new ArrayList<>(given);
    alone.forEach(inherited::remove);
    inherited.removeIf(flag -> FOR_ONE_ALONE.matcher(flag).matches());
    return List.copyOf(inherited);
  }
}
