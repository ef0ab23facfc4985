/// What a crawler needs of an HTTP client beyond what Vert.x gives: connections to checked
/// addresses, kept and replaced unseen, and a reader of answers that tells one verdict from another
/// as every other engine does. Vert.x keeps the sockets, TLS, requests and the streams of bodies;
/// its codec is replaced on each connection, because it reads more than it should and less than it
/// could. Read [Connections] first, then [AnswerDecoder], then [Exchange], which says how a fetch
/// ends.
///
/// ```
///   Exchange ──▶ Connections ──▶ Connector ────────────▶ Wire ──▶ AnswerDecoder ─────────▶ Body ──▶ result
///                kept and quiet?   AddressBook, checked            HeadReader, BodyLength    to the end: kept
///                     │            addresses, Tls                  ChunkReader, LineReader   to the limit: closed
///                     └─── yes: no look-up ──────────────▶          no byte of an answer: again
/// ```
@NullMarked
package dev.crawler.vertx.client;

import org.jspecify.annotations.NullMarked;
