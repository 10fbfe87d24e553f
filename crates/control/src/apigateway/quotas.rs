//! How many of a kind an API, a domain name, a key or an account may have: AWS's default quotas
//! (API Gateway developer guide, "Quotas for configuring and running a REST API in API Gateway"), or
//! what whoever runs the server set in their place.
//!
//! An API is counted wherever its record changes, so that no way of adding something, imports
//! among them, leads past a quota. What an older data directory holds beyond one stays and can be
//! changed; only more of it is refused.

use std::collections::BTreeMap;
use std::str::FromStr;

use model::{
    AccessAssociationRecord, ApiKeyRecord, ClientCertificateRecord, DomainNameRecord, Record,
    RestApiRecord, UsagePlanRecord, VpcLinkRecord,
};
use wire::Failure;

use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

macro_rules! quotas {
    ($($quota:ident $name:literal $shown:literal $most:literal,)*) => {
        /// What there is a quota of.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Quota { $($quota,)* }

        impl Quota {
            const ALL: &'static [Self] = &[$(Self::$quota,)*];

            /// As the command line calls it.
            const fn name(self) -> &'static str {
                match self { $(Self::$quota => $name,)* }
            }

            /// As its refusal calls it.
            const fn shown(self) -> &'static str {
                match self { $(Self::$quota => $shown,)* }
            }

            /// AWS's default.
            const fn most(self) -> usize {
                match self { $(Self::$quota => $most,)* }
            }
        }
    };
}

quotas! {
    RegionalApis "regional-apis" "APIs" 600,
    EdgeApis "edge-apis" "APIs" 120,
    PrivateApis "private-apis" "APIs" 600,
    Resources "resources" "Resources" 300,
    Authorizers "authorizers" "Authorizers" 10,
    Stages "stages" "Stages" 10,
    DocumentationParts "documentation-parts" "Documentation Parts" 2_000,
    StageVariables "stage-variables" "Variables of a Stage" 100,
    PolicyCharacters "policy-characters" "Characters of the Resource Policy" 8_192,
    ApiKeys "api-keys" "API Keys" 10_000,
    UsagePlans "usage-plans" "Usage Plans" 300,
    PlansOfAKey "usage-plans-per-key" "Usage Plans" 10,
    MethodThrottles "method-throttles" "Method Throttles" 20,
    ClientCertificates "client-certificates" "Client Certificates" 60,
    VpcLinks "vpc-links" "VPC Links" 20,
    DomainNames "domain-names" "Domain Names" 120,
    PrivateDomainNames "private-domain-names" "Private Domain Names" 50,
    AccessAssociations "access-associations" "Domain Name Access Associations" 100,
    LongMappings "multi-level-mappings" "multi-level API Mappings" 200,
    RoutingRules "routing-rules" "Routing Rules" 50,
}

/// The quotas that are others than AWS's.
#[derive(Debug, Clone, Default)]
pub struct Quotas(BTreeMap<Quota, usize>);

impl Quotas {
    pub fn new(set: impl IntoIterator<Item = QuotaSetting>) -> Self {
        Self(set.into_iter().map(|one| (one.quota, one.most)).collect())
    }

    fn most(&self, quota: Quota) -> usize {
        self.0.get(&quota).copied().unwrap_or_else(|| quota.most())
    }

    /// Whether so many more may be made where there are some already.
    fn check(&self, quota: Quota, held: usize, more: usize, of: &str) -> Result<(), Refused> {
        if more == 0 || held.saturating_add(more) <= self.most(quota) {
            return Ok(());
        }
        Err(reached(quota.shown(), of))
    }
}

/// `KIND=NUMBER`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuotaSetting {
    quota: Quota,
    most: usize,
}

impl FromStr for QuotaSetting {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (kind, most) = text.split_once('=').ok_or("it is not KIND=NUMBER")?;
        let quota = Quota::ALL.iter().find(|quota| quota.name() == kind);
        let Some(quota) = quota else {
            let names: Vec<_> = Quota::ALL.iter().map(|quota| quota.name()).collect();
            return Err(format!("a quota is one of {}", names.join(", ")));
        };
        let most = most.parse().map_err(|_| format!("{most} is no number"))?;
        Ok(Self {
            quota: *quota,
            most,
        })
    }
}

/// What an API has a quota of.
struct Part {
    quota: Quota,
    count: fn(&RestApiRecord) -> usize,
}

/// The root counts among the resources: it is one.
const PARTS: [Part; 6] = [
    Part {
        quota: Quota::Resources,
        count: |api| api.definition.resources.len(),
    },
    Part {
        quota: Quota::Authorizers,
        count: |api| api.definition.authorizers.len(),
    },
    Part {
        quota: Quota::Stages,
        count: |api| api.stages.len(),
    },
    Part {
        quota: Quota::DocumentationParts,
        count: |api| api.documentation.parts.len(),
    },
    Part {
        quota: Quota::StageVariables,
        count: |api| {
            let counts = api.stages.values().map(|stage| stage.variables.len());
            counts.max().unwrap_or_default()
        },
    },
    Part {
        quota: Quota::PolicyCharacters,
        count: |api| {
            let policy = api.definition.policy.as_deref();
            policy.map_or(0, |policy| policy.chars().count())
        },
    },
];

/// How much an API has of what is counted.
pub(super) struct Held([usize; PARTS.len()]);

impl Held {
    pub(super) const NOTHING: Self = Self([0; PARTS.len()]);

    pub(super) fn by(api: &RestApiRecord) -> Self {
        Self(PARTS.map(|part| (part.count)(api)))
    }

    /// Refuses the API when it has come to more than a quota lets it have.
    pub(super) fn check(&self, quotas: &Quotas, api: &RestApiRecord) -> Result<(), Refused> {
        for (part, before) in PARTS.iter().zip(self.0) {
            let now = (part.count)(api);
            quotas.check(
                part.quota,
                before,
                now.saturating_sub(before),
                " for this API",
            )?;
        }
        Ok(())
    }
}

/// Whether the account may have another API of its endpoint type. They are counted where requests
/// find them, since there may be many.
pub(super) fn check_api(rooms: &Rooms, api: &RestApiRecord) -> Result<(), Refused> {
    let kind = api.endpoint.types.first().map_or("EDGE", String::as_str);
    let quota = match kind {
        "REGIONAL" => Quota::RegionalApis,
        "PRIVATE" => Quota::PrivateApis,
        _ => Quota::EdgeApis,
    };
    let held = rooms.gateway.count_apis(|other| {
        let theirs = other.endpoint.types.first().map_or("EDGE", String::as_str);
        (&other.account, &other.region, theirs) == (&api.account, &api.region, kind)
    });
    rooms.quotas.check(quota, held, 1, "")
}

/// What accounts have a quota of, in each region.
pub(super) trait Counted: Record {
    const QUOTA: Quota;

    /// How the ids of the account's begin.
    fn prefix(call: &Call) -> String {
        format!("{}/{}/", call.account(), call.region())
    }
}

macro_rules! counted {
    ($($record:ident: $quota:ident;)*) => {$(
        impl Counted for $record {
            const QUOTA: Quota = Quota::$quota;
        }
    )*};
}

counted! {
    AccessAssociationRecord: AccessAssociations;
    ApiKeyRecord: ApiKeys;
    ClientCertificateRecord: ClientCertificates;
    UsagePlanRecord: UsagePlans;
    VpcLinkRecord: VpcLinks;
}

/// Whether the account may have one more. Two that are made at the same moment may both be the
/// last.
pub(super) async fn check<R: Counted>(rooms: &Rooms, call: &Call) -> Result<(), Refused> {
    let held = rooms.records.list::<R>(&R::prefix(call)).await?;
    check_more::<R>(rooms, held.len(), 1)
}

/// The same for so many more, when it is known how many there are.
pub(super) fn check_more<R: Counted>(
    rooms: &Rooms,
    held: usize,
    more: usize,
) -> Result<(), Refused> {
    rooms.quotas.check(R::QUOTA, held, more, "")
}

/// The same for domain names, of which public and private ones are counted apart.
pub(super) async fn check_domain(
    rooms: &Rooms,
    call: &Call,
    is_private: bool,
) -> Result<(), Refused> {
    let quota = if is_private {
        Quota::PrivateDomainNames
    } else {
        Quota::DomainNames
    };
    let prefix = DomainNameRecord::id_of(call.account(), call.region(), "");
    let all = rooms.records.list::<DomainNameRecord>(&prefix).await?;
    let held = all.iter().filter(|one| one.is_private() == is_private);
    rooms.quotas.check(quota, held.count(), 1, "")
}

/// Whether a domain name may have another routing rule.
pub(super) fn check_rules(rooms: &Rooms, held: usize) -> Result<(), Refused> {
    let checked = rooms
        .quotas
        .check(Quota::RoutingRules, held, 1, " for this Domain Name");
    checked.map_err(by_second_api)
}

/// Whether a key that has so many plans may have another one.
pub(super) fn check_plans_of_key(rooms: &Rooms, held: usize) -> Result<(), Refused> {
    rooms
        .quotas
        .check(Quota::PlansOfAKey, held, 1, " for this API Key")
}

/// Whether a usage plan may set throttles for so many methods of one stage.
pub(super) fn check_method_throttles(
    rooms: &Rooms,
    held: usize,
    now: usize,
) -> Result<(), Refused> {
    let more = now.saturating_sub(held);
    rooms.quotas.check(
        Quota::MethodThrottles,
        held,
        more,
        " for this Stage of a Usage Plan",
    )
}

/// Whether a domain name may have this mapping too: those of several levels are counted.
pub(super) fn check_mapping(
    rooms: &Rooms,
    domain: &DomainNameRecord,
    key: &str,
) -> Result<(), Refused> {
    let long = |key: &str| key.contains('/');
    let held = domain.mappings.keys().filter(|key| long(key)).count();
    let checked = rooms.quotas.check(
        Quota::LongMappings,
        held,
        usize::from(long(key)),
        " for this Domain Name",
    );
    checked.map_err(by_second_api)
}

const CODE: &str = "LimitExceededException";

/// AWS's text and status as clients saw them, for resources and authorizers of an API
/// (hashicorp/terraform-provider-aws, issue 37605; boto/boto3, issue 1296) and for the APIs of an
/// account; the other kinds are put into the same words.
fn reached(name: &str, of: &str) -> Refused {
    let text = format!(
        "Maximum number of {name}{of} has been reached.  Please contact AWS if you need additional \
         {name}."
    );
    Failure::new(CODE, 429, text).into()
}

/// The second API calls the same a conflict, and answers it with the same status (sst/ion, issue
/// 557).
pub(super) fn by_second_api(refused: Refused) -> Refused {
    match refused {
        Refused::Failure(failure) if failure.code == CODE => {
            Failure::new("ConflictException", failure.status, failure.message).into()
        }
        refused => refused,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_may_be_so_many_and_no_more() {
        let set = "vpc-links=2".parse().unwrap();
        let quotas = Quotas::new([set]);
        for (quota, held, more, expected) in [
            (Quota::ApiKeys, 0, 10_000, true),
            (Quota::ApiKeys, 9_999, 1, true),
            (Quota::ApiKeys, 9_999, 2, false),
            (Quota::ApiKeys, 10_001, 0, true),
            (Quota::RegionalApis, 599, 1, true),
            (Quota::RegionalApis, 600, 1, false),
            (Quota::VpcLinks, 1, 1, true),
            (Quota::VpcLinks, 2, 1, false),
        ] {
            let checked = quotas.check(quota, held, more, "");
            assert_eq!(checked.is_ok(), expected, "{quota:?} {held}+{more}");
        }
    }

    #[test]
    fn a_quota_is_set_by_its_name() {
        for (text, expected) in [
            ("regional-apis=10000", true),
            ("regional-apis", false),
            ("regional-apis=many", false),
            ("apis=1", false),
        ] {
            assert_eq!(text.parse::<QuotaSetting>().is_ok(), expected, "{text}");
        }
    }
}
