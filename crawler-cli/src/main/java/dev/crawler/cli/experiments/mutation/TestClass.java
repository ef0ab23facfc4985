package dev.crawler.cli.experiments.mutation;

/// Where tests are. *Immutable.*
///
/// @param module folder of the module
/// @param name of the class
public record TestClass(String module, String name) {}
