package dev.crawler.processes.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JvmCommandTest {
  private static List<String> flags(String... given) {
    return JvmCommand.flags(List.of(given), Set.of("-Xms384m", "-Xmn192m"), List.of("--need"), 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-agentlib:jdwp=transport=dt_socket,server=y,address=*:5005",
        "-javaagent:jacoco.jar=destfile=x",
        "-agentpath:/lib/profiler.so",
        "-Xrunjdwp:address=5005",
        "-XX:AOTCacheOutput=app.aot",
        "-XX:AOTMode=record",
        "-XX:AOTConfiguration=app.conf",
        "-XX:ArchiveClassesAtExit=app.jsa",
        "-XX:StartFlightRecording=filename=a.jfr",
        "-Xlog:gc:file=gc.log",
        "-Xlog:gc*:gc.log",
        "-Xlog:gc:/tmp/gc:time",
        "-Dcom.sun.management.jmxremote.port=9010",
        "-Dcrawler.alone=-Xms384m",
      })
  void whatTwoProcessesCannotBothFollowIsLeftOut(String flag) {
    assertThat(flags(flag)).doesNotContain(flag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UseSerialGC",
        "-XX:AOTCache=app.aot",
        "-Xlog:disable",
        "-Xlog:all=error,aot*=off,cds*=off:stderr",
        "-Xlog:gc",
        "-XX:+UseCompactObjectHeaders",
        "-Dhttp.nonProxyHosts=a",
        "--enable-native-access=ALL-UNNAMED",
      })
  void everythingElseIsPassedOn(String flag) {
    assertThat(flags(flag)).endsWith(flag);
  }

  @Test
  void workersShareTheMemoryUnlessTheUserSaysHow() {
    assertThat(flags("-Xms384m", "-Xmn192m", "-Da=b"))
        .containsExactly(
            "--need",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xms128m",
            "-Xmn64m",
            "-XX:MaxRAMPercentage=12.50",
            "-Da=b");
    assertThat(flags("-Xms384m", "-Xmn192m", "-Xmx512m"))
        .containsExactly("--need", "-XX:+ExitOnOutOfMemoryError", "-Xmx512m");
  }

  @Test
  void aHeapThatTheUserGivesLikeTheLaunchersIsTheUsers() {
    assertThat(flags("-Xms384m", "-Xmn192m", "-Xms384m")).endsWith("-Xms384m");
  }

  @Test
  void noWorkerMayTakeMoreThanAQuarterOfTheMemory() {
    assertThat(JvmCommand.flags(List.of(), Set.of(), List.of(), 1))
        .contains("-XX:MaxRAMPercentage=25.00");
  }

  @Test
  void aFlagThatIsRequiredAndGivenIsThereOnce() {
    assertThat(flags("--need")).containsOnlyOnce("--need");
  }
}
