//! Rows for single obstacles, and the law: whichever fixes are chosen, applied they let the request
//! pass.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::*;
use crate::context::Context;
use crate::decide::{decide, decide_trust};
use crate::document::{Kind, Policy, Version};
use crate::principal::Principal;

const OWN: &str = "111111111111";
const OTHER: &str = "222222222222";
const USER: &str = "arn:aws:iam::111111111111:user/ann";
const ROLE: &str = "arn:aws:iam::111111111111:role/team/api";
const SESSION: &str = "arn:aws:sts::111111111111:assumed-role/api/s";

fn principals() -> Vec<Principal> {
    vec![
        Principal::Anonymous,
        Principal::Service("apigateway.amazonaws.com".into()),
        Principal::Root {
            account: OWN.into(),
        },
        Principal::User { arn: USER.into() },
        Principal::RoleSession {
            role_arn: ROLE.into(),
            session_arn: SESSION.into(),
        },
        Principal::FederatedUser {
            arn: "arn:aws:sts::111111111111:federated-user/bob".into(),
            user_arn: Some(USER.into()),
        },
    ]
}

/// The documents of every layer, so that they can be changed.
#[derive(Debug, Clone)]
struct World {
    principal: Principal,
    owner: &'static str,
    trust: bool,
    resource_name: &'static str,
    identity: Vec<Value>,
    on_resource: Option<Value>,
    boundary: Option<Vec<Value>>,
    session: Option<Vec<Value>>,
    service_control: Vec<Vec<Value>>,
    resource_control: Vec<Vec<Value>>,
}

impl World {
    fn with<T>(&self, then: impl Fn(&Request<'_>, Option<Source<'_>>, &Policies<'_>) -> T) -> T {
        let own = |documents: &[Value]| -> Vec<Policy> {
            let parse = |d: &Value| Policy::parse(&d.to_string(), Kind::Identity).unwrap();
            documents.iter().map(parse).collect()
        };
        let open = |documents: &[Value]| -> Vec<Policy> {
            let parse = |d: &Value| Policy::parse(&d.to_string(), Kind::Resource).unwrap();
            documents.iter().map(parse).collect()
        };
        let kind = if self.trust {
            Kind::Trust
        } else {
            Kind::Resource
        };
        let on_resource = self
            .on_resource
            .as_ref()
            .map(|document| Policy::parse(&document.to_string(), kind).unwrap());
        let identity = own(&self.identity);
        let boundary = self.boundary.as_deref().map(own);
        let session = self.session.as_deref().map(own);
        let scp: Vec<_> = self
            .service_control
            .iter()
            .map(|level| own(level))
            .collect();
        let rcp: Vec<_> = self
            .resource_control
            .iter()
            .map(|level| open(level))
            .collect();

        let identity = sources(&identity);
        let boundary = boundary.as_deref().map(sources);
        let session = session.as_deref().map(sources);
        let scp: Vec<_> = scp.iter().map(|level| sources(level)).collect();
        let rcp: Vec<_> = rcp.iter().map(|level| sources(level)).collect();
        let scp: Vec<&[Source<'_>]> = scp.iter().map(Vec::as_slice).collect();
        let rcp: Vec<&[Source<'_>]> = rcp.iter().map(Vec::as_slice).collect();
        let on_resource = on_resource
            .as_ref()
            .map(|policy| Source { name: "p", policy });
        let mut context = Context::new();
        self.principal.describe(&mut context);
        if matches!(self.principal, Principal::Service(_)) {
            context.set(
                "aws:SourceArn",
                "arn:aws:execute-api:r:111111111111:api/*/GET/a?b${c",
            );
            context.set("aws:SourceAccount", OWN);
        }
        let request = Request {
            principal: &self.principal,
            action: if self.trust {
                "sts:AssumeRole"
            } else {
                "lambda:InvokeFunction"
            },
            resource: self.resource_name,
            resource_account: self.owner,
            context: &context,
        };
        let policies = Policies {
            identity: &identity,
            resource: on_resource.filter(|_| !self.trust),
            boundary: boundary.as_deref(),
            session: session.as_deref(),
            service_control: &scp,
            resource_control: &rcp,
        };
        then(&request, on_resource, &policies)
    }

    fn allowed(&self) -> bool {
        self.with(
            |request, trust, policies| match trust.filter(|_| self.trust) {
                Some(trust) => decide_trust(request, trust, policies).is_allowed(),
                None => decide(request, policies).is_allowed(),
            },
        )
    }

    fn obstacles(&self) -> Vec<Obstacle> {
        self.with(
            |request, trust, policies| match trust.filter(|_| self.trust) {
                Some(trust) => obstacles_of_trust(request, trust, policies),
                None => obstacles(request, policies),
            },
        )
    }

    /// Fixes by one choice for each obstacle; statements that go are cleared last to first, and new
    /// policies come at the end, so that places stay true.
    fn fix(&mut self, obstacles: &[Obstacle], choice: usize) {
        let mut removed: Vec<&Place> = Vec::new();
        let mut new: Vec<&Addition> = Vec::new();
        for obstacle in obstacles {
            match &obstacle.fixes[choice % obstacle.fixes.len()] {
                Fix::Add(addition) if addition.source.is_none() => new.push(addition),
                Fix::Add(addition) => self.add(addition),
                Fix::RemoveDeny(denying) => removed.push(&denying.place),
                Fix::NarrowDeny {
                    statement,
                    exception,
                } => {
                    let Place {
                        layer,
                        source,
                        statement,
                    } = statement.place;
                    let document = self.document(layer, source);
                    let condition = &mut document["Statement"][statement]["Condition"];
                    if condition.is_null() {
                        *condition = json!({});
                    }
                    condition[exception.operator] = json!({ exception.key: exception.value });
                }
            }
        }
        removed.sort_by_key(|place| std::cmp::Reverse(place.statement));
        for place in removed {
            let document = self.document(place.layer, place.source);
            document["Statement"]
                .as_array_mut()
                .unwrap()
                .remove(place.statement);
        }
        for addition in new {
            self.add(addition);
        }
        self.drop_empty();
    }

    fn add(&mut self, addition: &Addition) {
        let statement: Value = serde_json::from_str(&addition.statement.to_string()).unwrap();
        if let Some(source) = addition.source {
            let document = self.document(addition.layer, source);
            document["Statement"]
                .as_array_mut()
                .unwrap()
                .push(statement);
            return;
        }
        let document = json!({"Version": "2012-10-17", "Statement": [statement]});
        match addition.layer {
            Layer::Identity => self.identity.push(document),
            Layer::Resource | Layer::Trust => self.on_resource = Some(document),
            Layer::Boundary => self.boundary.as_mut().unwrap().push(document),
            Layer::Session => self.session.get_or_insert_default().push(document),
            Layer::ServiceControl => self.service_control[addition.level].push(document),
            Layer::ResourceControl => self.resource_control[addition.level].push(document),
        }
    }

    fn document(&mut self, layer: Layer, source: usize) -> &mut Value {
        match layer {
            Layer::Identity => &mut self.identity[source],
            Layer::Resource | Layer::Trust => self.on_resource.as_mut().unwrap(),
            Layer::Boundary => &mut self.boundary.as_mut().unwrap()[source],
            Layer::Session => &mut self.session.as_mut().unwrap()[source],
            Layer::ServiceControl => self
                .service_control
                .iter_mut()
                .flatten()
                .nth(source)
                .unwrap(),
            Layer::ResourceControl => self
                .resource_control
                .iter_mut()
                .flatten()
                .nth(source)
                .unwrap(),
        }
    }

    /// A document without a statement is none.
    fn drop_empty(&mut self) {
        let full = |document: &Value| !document["Statement"].as_array().unwrap().is_empty();
        self.identity.retain(full);
        self.on_resource = self.on_resource.take().filter(full);
        for layer in [&mut self.boundary, &mut self.session]
            .into_iter()
            .flatten()
        {
            layer.retain(full);
        }
        let levels = self
            .service_control
            .iter_mut()
            .chain(&mut self.resource_control);
        levels.for_each(|level| level.retain(full));
    }
}

fn sources(policies: &[Policy]) -> Vec<Source<'_>> {
    policies
        .iter()
        .map(|policy| Source { name: "p", policy })
        .collect()
}

const NOBODY: World = World {
    principal: Principal::Anonymous,
    owner: OWN,
    trust: false,
    resource_name: "arn:aws:lambda:us-east-1:111111111111:function:f",
    identity: Vec::new(),
    on_resource: None,
    boundary: None,
    session: None,
    service_control: Vec::new(),
    resource_control: Vec::new(),
};

/// The fixes of each obstacle, a statement by its text and a Deny by its kind.
#[track_caller]
fn check(world: &World, expected: &[(Layer, &[&str])]) {
    let seen: Vec<(Layer, Vec<String>)> = world
        .obstacles()
        .into_iter()
        .map(|obstacle| {
            let fixes = obstacle.fixes.iter().map(|fix| match fix {
                Fix::Add(addition) => addition.statement.to_string(),
                Fix::RemoveDeny(denying) => format!("remove {:?}", denying.sid),
                Fix::NarrowDeny { exception, .. } => format!("spare {}", exception.value),
            });
            (obstacle.layer, fixes.collect())
        })
        .collect();
    let seen: Vec<(Layer, Vec<&str>)> = seen
        .iter()
        .map(|(layer, fixes)| (*layer, fixes.iter().map(String::as_str).collect()))
        .collect();
    let expected: Vec<(Layer, Vec<&str>)> = expected
        .iter()
        .map(|(layer, fixes)| (*layer, fixes.to_vec()))
        .collect();
    assert_eq!(seen, expected);
}

#[test]
fn a_service_needs_a_grant_bound_to_its_source() {
    let world = World {
        principal: Principal::Service("apigateway.amazonaws.com".into()),
        ..NOBODY
    };
    let statement = r#"{"Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},"Action":"lambda:InvokeFunction","Resource":"arn:aws:lambda:us-east-1:111111111111:function:f","Condition":{"ArnLike":{"AWS:SourceArn":"arn:aws:execute-api:r:111111111111:api/${*}/GET/a${?}b${$}{c"}}}"#;
    check(&world, &[(Layer::Resource, &[statement])]);
}

#[test]
fn a_user_needs_one_side_in_its_account_and_both_across() {
    let user = World {
        principal: Principal::User { arn: USER.into() },
        ..NOBODY
    };
    let own = r#"{"Effect":"Allow","Action":"lambda:InvokeFunction","Resource":"arn:aws:lambda:us-east-1:111111111111:function:f"}"#;
    let on_resource = r#"{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:user/ann"},"Action":"lambda:InvokeFunction","Resource":"arn:aws:lambda:us-east-1:111111111111:function:f"}"#;
    check(&user, &[(Layer::Identity, &[own, on_resource])]);
    let across = World {
        owner: OTHER,
        ..user
    };
    check(
        &across,
        &[(Layer::Resource, &[on_resource]), (Layer::Identity, &[own])],
    );
}

#[test]
fn a_deny_goes_or_spares_the_one_who_asked() {
    let document = json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "*", "Resource": "*"},
        {"Sid": "No", "Effect": "Deny", "Action": "lambda:*", "Resource": "*"},
    ]});
    let world = World {
        principal: Principal::User { arn: USER.into() },
        identity: vec![document],
        ..NOBODY
    };
    let fixes: &[&str] = &[
        r#"remove Some("No")"#,
        "spare arn:aws:iam::111111111111:user/ann",
    ];
    check(&world, &[(Layer::Identity, fixes)]);
}

#[test]
fn what_passes_has_nothing_in_its_way() {
    let root = World {
        principal: Principal::Root {
            account: OWN.into(),
        },
        ..NOBODY
    };
    check(&root, &[]);
}

/// A document of one or two statements that may or may not speak of the asked action.
fn document(kind: Kind, asked: &'static str) -> impl Strategy<Value = Value> {
    let statement = (
        select(vec!["Allow", "Allow", "Deny"]),
        select(vec![asked, asked, "sts:TagSession"]),
        select(vec![
            "*",
            "arn:aws:lambda:*:*:function:f",
            "arn:aws:lambda:*:*:function:g",
        ]),
        select(vec!["*", USER, OWN, ROLE, SESSION, OTHER]),
        select(vec!["Principal", "Principal", "NotPrincipal"]),
    )
        .prop_map(move |(effect, action, resource, principal, element)| {
            let mut statement = json!({"Effect": effect, "Action": action});
            if kind != Kind::Trust {
                statement["Resource"] = json!(resource);
            }
            let element = if kind == Kind::Trust {
                "Principal"
            } else {
                element
            };
            if kind != Kind::Identity {
                statement[element] = json!({"AWS": principal});
            }
            statement
        });
    let version = select(vec!["2012-10-17", "2008-10-17"]);
    (version, prop::collection::vec(statement, 1..3))
        .prop_map(|(version, statements)| json!({"Version": version, "Statement": statements}))
}

fn world(trust: bool) -> impl Strategy<Value = World> {
    let (kind, asked) = if trust {
        (Kind::Trust, "sts:Assume*")
    } else {
        (Kind::Resource, "lambda:Invoke*")
    };
    let own = || prop::collection::vec(document(Kind::Identity, asked), 0..3);
    let names = vec![
        "*",
        "arn:aws:lambda:us-east-1:111111111111:function:f",
        "arn:aws:lambda:us-east-1:111111111111:function:f*?${x}",
    ];
    (
        (select(principals()), select(vec![OWN, OTHER]), select(names)),
        own(),
        prop::option::of(document(kind, asked)),
        prop::option::of(own()),
        prop::option::of(own()),
        prop::collection::vec(own(), 0..3),
        prop::collection::vec(prop::collection::vec(document(Kind::Resource, asked), 0..2), 0..2),
    )
        .prop_map(
            move |((principal, owner, resource_name), identity, on_resource, boundary, session, scp, rcp)| {
                let nobody = json!({"Statement": [{"Effect": "Deny", "Principal": {"AWS": OTHER}, "Action": "sts:*"}]});
                World {
                    principal,
                    owner,
                    trust,
                    resource_name,
                    identity,
                    on_resource: on_resource.or_else(|| trust.then_some(nobody)),
                    boundary,
                    session,
                    service_control: scp,
                    resource_control: rcp,
                }
            },
        )
}

#[track_caller]
fn law(mut world: World, choice: usize) -> Result<(), TestCaseError> {
    let obstacles = world.obstacles();
    prop_assert_eq!(world.allowed(), obstacles.is_empty());
    prop_assert!(
        obstacles.iter().all(|obstacle| !obstacle.fixes.is_empty()),
        "{:?}",
        obstacles
    );
    world.fix(&obstacles, choice);
    // A trust policy that lost its last statement is none.
    prop_assert!(world.allowed(), "{:?}\n{:?}", obstacles, world);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_fixes_applied_turn_the_decision(world in world(false), choice in 0usize..2) {
        law(world, choice)?;
    }

    /// No wider than the request: what is added fits its resource and no other.
    #[test]
    fn an_added_statement_is_for_one_resource(
        asked in "arn:aws:s3:::[a*?${}:/]{1,6}",
        other in "arn:aws:s3:::[a*?${}:/]{1,6}",
    ) {
        let (principal, context) = (Principal::User { arn: USER.into() }, Context::new());
        let request = |resource| Request {
            principal: &principal,
            action: "s3:GetObject",
            resource,
            resource_account: "",
            context: &context,
        };
        let statement = NewStatement::of(&request(&asked), Layer::Identity, None, Version::V2012);
        let document = format!(r#"{{"Version":"2012-10-17","Statement":[{statement}]}}"#);
        let policy = Policy::parse(&document, Kind::Identity).unwrap();
        let covers = |resource| policy.statements()[0].covers(&request(resource));
        prop_assert!(covers(&asked));
        prop_assert_eq!(covers(&other), asked == other);
    }

    #[test]
    fn the_fixes_of_a_trust_applied_turn_the_decision(world in world(true), choice in 0usize..2) {
        law(world, choice)?;
    }
}
