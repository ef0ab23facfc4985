/// What a person asks for: seeds, scope, limits, politeness and HTTP settings. A plan is a value;
/// engines and sessions read it and never change it. A builder makes it and refuses nonsense by
/// naming the value.
@NullMarked
package dev.crawler.core.plan;

import org.jspecify.annotations.NullMarked;
