/// Breaks each engine on purpose, one safety line after the other, and asks whether the shared
/// suite notices. The lines are listed beside the tests of each module, in `mutations.txt`; a
/// mutant is compiled into a folder of its own, which stands first on the class path of a process
/// that runs the contract.
///
/// ```
///  MutationList ──▶ MutantCompiler ──classes──▶ SuiteRun ──▶ SuiteEnd ──▶ MutationReport
///        Contracts (built once by Maven) ──class path──┘
/// ```
@NullMarked
package dev.crawler.cli.experiments.mutation;

import org.jspecify.annotations.NullMarked;
