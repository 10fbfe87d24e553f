//! Where Portcullis and the reference part, each with its reason.

use super::Of;

pub(super) type Row = (Of, &'static str, &'static [&'static str], &'static str);

const PRIVATE: &str =
    "Only private custom domains have policies; the domain of the table is public.";
const LEGACY: &str = "Only with a newer security policy than what the table's resource has.";
const RECORDED: &str = "AWS refuses it: recorded by test_stage_access_log_settings_validation.";
const AT_ONCE: &str = "A domain moves to another endpoint type at once, by `types/OLD`.";
const AS_REPLACE: &str = "Clients send it, and it does what replace does.";

/// What the reference supports and is refused.
pub(super) const NOT_SERVED: &[Row] = &[
    (
        Of::ApiKey,
        "/labels",
        &["add", "remove"],
        "API keys have no labels: no operation takes or shows them.",
    ),
    (
        Of::DomainName,
        "/endpointConfiguration/types",
        &["add", "remove"],
        AT_ONCE,
    ),
    (Of::DomainName, "/endpointAccessMode", &["replace"], LEGACY),
    (Of::DomainName, "/managementPolicy", &["replace"], PRIVATE),
    (Of::DomainName, "/policy", &["replace"], PRIVATE),
    (
        Of::Integration,
        "/connectionId",
        &["replace"],
        "A connection has an id only through a VPC link.",
    ),
    (
        Of::Integration,
        "/integrationTarget",
        &["replace"],
        "There is no load balancer here.",
    ),
    (Of::RestApi, "/endpointAccessMode", &["replace"], LEGACY),
    (
        Of::Stage,
        "/accessLogSettings/destinationArn",
        &["remove"],
        RECORDED,
    ),
    (
        Of::Stage,
        "/accessLogSettings/format",
        &["remove"],
        RECORDED,
    ),
];

/// What the reference calls unsupported and is done.
pub(super) const ACCEPTED_TOO: &[Row] = &[
    (
        Of::DomainName,
        "/endpointConfiguration/types",
        &["replace"],
        "AWS's own guide to moving a domain replaces its type.",
    ),
    (
        Of::Stage,
        "/canarySettings/percentTraffic",
        &["add"],
        AS_REPLACE,
    ),
    (
        Of::Stage,
        "/canarySettings/stageVariableOverrides/a",
        &["add", "remove"],
        "AWS's guide to updating a canary removes a variable by its name.",
    ),
    (
        Of::Stage,
        "/clientCertificateId",
        &["add", "remove"],
        AS_REPLACE,
    ),
    (Of::Stage, "/description", &["add", "remove"], AS_REPLACE),
    (
        Of::Stage,
        "/documentationVersion",
        &["add", "remove"],
        AS_REPLACE,
    ),
    (Of::Stage, "/variables/a", &["add"], AS_REPLACE),
    (Of::Stage, "/~1p/GET/metrics/enabled", &["add"], AS_REPLACE),
    (
        Of::Stage,
        "/~1p/GET/logging/dataTrace",
        &["add"],
        AS_REPLACE,
    ),
    (Of::Stage, "/~1p/GET/logging/loglevel", &["add"], AS_REPLACE),
    (
        Of::Stage,
        "/~1p/GET/throttling/burstLimit",
        &["add"],
        AS_REPLACE,
    ),
    (
        Of::Stage,
        "/~1p/GET/throttling/rateLimit",
        &["add"],
        AS_REPLACE,
    ),
    (Of::Stage, "/~1p/GET/caching/enabled", &["add"], AS_REPLACE),
    (
        Of::Stage,
        "/~1p/GET/caching/dataEncrypted",
        &["add"],
        AS_REPLACE,
    ),
    (
        Of::Stage,
        "/~1p/GET/caching/ttlInSeconds",
        &["add"],
        AS_REPLACE,
    ),
    (
        Of::Stage,
        "/~1p/GET/caching/requireAuthorizationForCacheControl",
        &["add"],
        AS_REPLACE,
    ),
    (
        Of::Stage,
        "/*/*/caching/unauthorizedCacheControlHeaderStrategy",
        &["add"],
        AS_REPLACE,
    ),
];
