//! How many of a kind an API, a domain name, a key or an account may have: AWS's default quotas
//! (API Gateway developer guide, "Quotas for configuring and running a REST API in API Gateway").
//!
//! An API is counted wherever its record changes, so that no way of adding something, imports
//! among them, leads past a quota. What an older data directory holds beyond one stays and can be
//! changed; only more of it is refused. How many APIs an account has is left to its machine.

use model::{
    ApiKeyRecord, ClientCertificateRecord, DomainNameRecord, Record, RestApiRecord,
    UsagePlanRecord, VpcLinkRecord,
};
use wire::Failure;

use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// What an API has a quota of.
struct Part {
    /// As the refusal names it.
    name: &'static str,
    most: usize,
    count: fn(&RestApiRecord) -> usize,
}

/// The root counts among the resources: it is one.
const PARTS: [Part; 5] = [
    Part {
        name: "Resources",
        most: 300,
        count: |api| api.definition.resources.len(),
    },
    Part {
        name: "Authorizers",
        most: 10,
        count: |api| api.definition.authorizers.len(),
    },
    Part {
        name: "Stages",
        most: 10,
        count: |api| api.stages.len(),
    },
    Part {
        name: "Documentation Parts",
        most: 2_000,
        count: |api| api.documentation.parts.len(),
    },
    Part {
        name: "Variables of a Stage",
        most: 100,
        count: |api| {
            let counts = api.stages.values().map(|stage| stage.variables.len());
            counts.max().unwrap_or_default()
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
    pub(super) fn check(&self, api: &RestApiRecord) -> Result<(), Refused> {
        for (part, before) in PARTS.iter().zip(self.0) {
            let now = (part.count)(api);
            if now > before && now > part.most {
                return Err(reached(part.name, " for this API"));
            }
        }
        Ok(())
    }
}

/// What accounts have a quota of, in each region.
pub(super) trait Counted: Record {
    const NAME: &'static str;
    const MOST: usize;

    /// How the ids of the account's begin.
    fn prefix(call: &Call) -> String;
}

macro_rules! counted {
    ($($record:ident: $name:literal, $most:literal;)*) => {$(
        impl Counted for $record {
            const NAME: &'static str = $name;
            const MOST: usize = $most;

            fn prefix(call: &Call) -> String {
                Self::id_of(call.account(), call.region(), "")
            }
        }
    )*};
}

counted! {
    ApiKeyRecord: "API Keys", 10_000;
    ClientCertificateRecord: "Client Certificates", 60;
    DomainNameRecord: "Domain Names", 120;
    UsagePlanRecord: "Usage Plans", 300;
    VpcLinkRecord: "VPC Links", 20;
}

/// Whether the account may have one more. Two that are made at the same moment may both be the
/// last.
pub(super) async fn check<R: Counted>(rooms: &Rooms, call: &Call) -> Result<(), Refused> {
    let held = rooms.records.list::<R>(&R::prefix(call)).await?;
    check_more::<R>(held.len(), 1)
}

/// The same for so many more, when it is known how many there are.
pub(super) fn check_more<R: Counted>(held: usize, more: usize) -> Result<(), Refused> {
    if more == 0 || held + more <= R::MOST {
        return Ok(());
    }
    Err(reached(R::NAME, ""))
}

const PLANS_OF_A_KEY: usize = 10;

/// Whether a key that has so many plans may have another one.
pub(super) fn check_plans_of_key(held: usize) -> Result<(), Refused> {
    if held < PLANS_OF_A_KEY {
        return Ok(());
    }
    Err(reached("Usage Plans", " for this API Key"))
}

const LONG_MAPPINGS_OF_A_DOMAIN: usize = 200;

/// Whether a domain name may have this mapping too: those of several levels are counted.
pub(super) fn check_mapping(domain: &DomainNameRecord, key: &str) -> Result<(), Refused> {
    let long = |key: &str| key.contains('/');
    let held = domain.mappings.keys().filter(|key| long(key)).count();
    if !long(key) || held < LONG_MAPPINGS_OF_A_DOMAIN {
        return Ok(());
    }
    let refused = reached("multi-level API Mappings", " for this Domain Name");
    Err(by_second_api(refused))
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
    fn an_account_may_come_up_to_its_quota() {
        #[track_caller]
        fn check<R: Counted>(held: usize, more: usize, expected: bool) {
            assert_eq!(
                check_more::<R>(held, more).is_ok(),
                expected,
                "{held}+{more}"
            );
        }
        check::<ApiKeyRecord>(0, 10_000, true);
        check::<ApiKeyRecord>(9_999, 1, true);
        check::<ApiKeyRecord>(9_999, 2, false);
        check::<ApiKeyRecord>(10_000, 0, true);
        check::<ApiKeyRecord>(10_001, 0, true);
        check::<UsagePlanRecord>(299, 1, true);
        check::<UsagePlanRecord>(300, 1, false);
        check::<DomainNameRecord>(120, 1, false);
    }
}
