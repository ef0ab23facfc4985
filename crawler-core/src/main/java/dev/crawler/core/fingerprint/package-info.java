/// Which texts are known, in a tenth of the memory that the texts would take: [Fingerprints] has a
/// keyed hash in place of each. A session knows URLs by it, a journal the links that it has.
@NullMarked
package dev.crawler.core.fingerprint;

import org.jspecify.annotations.NullMarked;
