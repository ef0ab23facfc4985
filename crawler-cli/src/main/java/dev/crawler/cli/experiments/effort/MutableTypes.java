package dev.crawler.cli.experiments.effort;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which final fields hold state that changes. By the type that is declared: atomics, adders,
/// latches, locks, semaphores, futures that are completed, executors' queues, whatever is called
/// concurrent. Collections where they are made on the spot, empty: one that is handed in may be
/// anybody's, and one that is copied changes no more.
final class MutableTypes {
  private static final Pattern STATE =
      Pattern.compile(
          "Atomic.*|Long(?:Adder|Accumulator)|Concurrent.*|CopyOnWrite.*|CountDownLatch|Phaser"
              + "|CyclicBarrier|Semaphore|.*Lock|CompletableFuture|Promise|ThreadLocal|BitSet"
              + "|.*BlockingQueue|.*BlockingDeque");

  private static final Pattern COLLECTION =
      Pattern.compile(
          "(?:Array|Linked|Hash|Tree|Identity|Priority|Enum|Weak)?.*"
              + "(?:List|Set|Map|Queue|Deque|Collection)");

  private static final Set<String> MAKERS = Set.of("newKeySet", "newSetFromMap", "noneOf");

  private MutableTypes() {}

  /// Whether a final field counts.
  static boolean holds(VariableTree field) {
    var type = simpleName(field.getType());
    return STATE.matcher(type).matches()
        || COLLECTION.matcher(type).matches() && isMade(field.getInitializer());
  }

  private static boolean isMade(@Nullable ExpressionTree made) {
    return made instanceof NewClassTree
        || made instanceof MethodInvocationTree call
            && MAKERS.stream().anyMatch(call.getMethodSelect().toString()::endsWith)
        || made != null && made.toString().startsWith("Collections.synchronized");
  }

  private static String simpleName(Tree type) {
    var whole = type instanceof ParameterizedTypeTree generic ? generic.getType() : type;
    var name = whole.toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
