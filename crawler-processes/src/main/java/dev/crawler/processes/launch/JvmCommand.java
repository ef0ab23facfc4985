package dev.crawler.processes.launch;

import dev.crawler.core.engine.InheritedFlags;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The command line of a worker: the Java and the class path of this process, its flags where they
/// make sense for a second one. *Immutable.*
///
/// @param java the executable
/// @param flags of the JVM
/// @param classPath as the system writes it
/// @param main name of the class that is started
public record JvmCommand(Path java, List<String> flags, String classPath, String main) {
  /// Flags that the launcher gave this process alone, by their place or number: joined by commas.
  private static final String OURS = "crawler.alone";

  /// A worker without memory is dead to its cluster at once, instead of half alive for long.
  private static final String NEVER_HALF_DEAD = "-XX:+ExitOnOutOfMemoryError";

  /// Copies the list.
  public JvmCommand {
    flags = List.copyOf(flags);
  }

  /// A worker like this process.
  ///
  /// @param required flags without which it could not do its work
  /// @param workers how many there are to be, which share the memory
  public static JvmCommand likeThisProcess(
      Class<?> main, Collection<String> required, int workers) {
    var given = ManagementFactory.getRuntimeMXBean().getInputArguments();
    return new JvmCommand(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        flags(given, Set.of(System.getProperty(OURS, "").split(",", -1)), required, workers),
        System.getProperty("java.class.path"),
        main.getName());
  }

  /// The whole, executable first.
  public List<String> words() {
    var words = new ArrayList<String>();
    words.add(java.toString());
    words.addAll(flags);
    words.addAll(List.of("-cp", classPath, main));
    return List.copyOf(words);
  }

  /// Later flags win, so those that the user gave come last.
  static List<String> flags(
      List<String> given, Set<String> alone, Collection<String> required, int workers) {
    var inherited = inherited(given, alone);
    var flags = new LinkedHashSet<>(required);
    flags.add(NEVER_HALF_DEAD);
    if (inherited.stream().noneMatch(HeapShare::isSaidBy)) {
      flags.addAll(HeapShare.flags(workers));
    }
    flags.addAll(inherited);
    return List.copyOf(flags);
  }

  /// Of those that were meant for the first process alone each counts once, so that a user may give
  /// the same.
  private static List<String> inherited(List<String> given, Set<String> alone) {
    var inherited = new ArrayList<>(InheritedFlags.of(given));
    alone.forEach(inherited::remove);
    inherited.removeIf(flag -> flag.startsWith("-D" + OURS + "="));
    return inherited;
  }
}
