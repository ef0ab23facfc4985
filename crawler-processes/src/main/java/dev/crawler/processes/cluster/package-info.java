/// How members of a crawl find one another on Hazelcast: configuration that is safe by default, the
/// rule by which a torn-off part of a cluster stops, and news of who came and went. Nothing listens
/// but where it was told to, nothing is looked for but at the addresses given, nothing is sent
/// home. What is kept on the members is the ledger's business, not this package's.
@NullMarked
package dev.crawler.processes.cluster;

import org.jspecify.annotations.NullMarked;
