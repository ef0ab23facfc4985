/// One request over the network, start to end: the blocking fetcher, made of the classic parts of
/// Apache HttpComponents.
///
/// ```
///            AddressBook      AddressPolicy      Connector          Connection           Connection
///   task ──▶ name known? ──▶ any allowed? ────▶ TCP, then TLS ───▶ head (HeadParser) ──▶ body ──▶ result
///                │                │                  ▲                  │ (Framing, BodyReader)  │
///                ▼                ▼                  │ stale: once more ▼                        ▼
///               dns           forbidden              └──────────── IdleConnections ◀──── reusable, or closed
/// ```
///
/// Read [ApacheFetcher] first, which is that picture; then [Exchange] for deadlines and
/// cancellation; then [FailureMapping], which turns whatever went wrong into the closed list of
/// reasons. What a second, asynchronous fetcher has to agree upon does no I/O: [HeaderLimits],
/// [HeadParser], [Framing], [RequestHead], [FailureMapping] and core's
/// [dev.crawler.core.fetch.AddressPolicy].
@NullMarked
package dev.crawler.http;

import org.jspecify.annotations.NullMarked;
