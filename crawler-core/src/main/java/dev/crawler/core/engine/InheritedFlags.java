package dev.crawler.core.engine;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.regex.Pattern;

/// Which flags of a JVM another process of ours can follow, too: all but a port to listen at, a
/// file to write and their like.
public final class InheritedFlags {
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
              "-Dcom[.]sun[.]management[.]jmxremote.*"));

  private InheritedFlags() {}

  /// Those of this JVM, in order.
  public static List<String> ofThisProcess() {
    return of(ManagementFactory.getRuntimeMXBean().getInputArguments());
  }

  /// Those among these, in order.
  public static List<String> of(List<String> given) {
    return given.stream().filter(flag -> !FOR_ONE_ALONE.matcher(flag).matches()).toList();
  }
}
