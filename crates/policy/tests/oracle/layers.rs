//! The whole table of layers: what each of the seven kinds of policy says, times the kind of
//! principal, times same or another account, times whom the policy of the resource names.
//!
//! The rule is written out here a third time, as the list of layers that must speak for a request
//! (`reference_policies_evaluation-logic_policy-eval-denyallow`, its table of resource-based policies
//! and implicit denies, and `reference_policies_evaluation-logic-cross-account`).

#![expect(clippy::match_same_arms, reason = "a table is read row by row")]

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use policy::{Kind as PolicyKind, Policy};
use serde_json::{Value, json};

use crate::case::{Case, Layers, Verdict, Who};
use crate::differential::is_nightly;
use crate::engine::Compiled;
use crate::evaluator;

const OWN: &str = "111111111111";
const OTHER: &str = "222222222222";
const MAKER: &str = "arn:aws:iam::111111111111:user/ann";
const ROLE: &str = "arn:aws:iam::111111111111:role/api";
const SESSION: &str = "arn:aws:sts::111111111111:assumed-role/api/s";
const FEDERATED: &str = "arn:aws:sts::111111111111:federated-user/carl";
const SERVICE: &str = "apigateway.amazonaws.com";
const PROVIDER: &str = "arn:aws:iam::111111111111:oidc-provider/id.example.com";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Nothing,
    Allow,
    Deny,
    /// There is no such policy at all.
    Absent,
}

use Says::{Absent, Allow, Deny, Nothing};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    User,
    RoleSession,
    FederatedUser,
    Root,
    Service,
    WebIdentity,
    Stranger,
}

/// Whom the policy of the resource names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Everyone,
    Account,
    /// The role of the session, or the user who federated.
    Maker,
    Itself,
    Another,
}

const NAMED: [Named; 5] = [
    Named::Everyone,
    Named::Account,
    Named::Maker,
    Named::Itself,
    Named::Another,
];

#[derive(Debug, Clone, Copy)]
struct Row {
    kind: Kind,
    crosses: bool,
    identity: Says,
    boundary: Says,
    session: Says,
    scp: Says,
    rcp: Says,
    assumes: bool,
    attached: (Says, Named),
}

/// A layer of the principal's side.
#[derive(Clone, Copy)]
enum Must {
    Identity,
    Boundary,
    Session,
    /// As `Session`, but it must be there.
    PassedSession,
}

use Must::{Boundary, Identity, PassedSession, Session};

impl Row {
    /// Whether a statement that names so is about this principal.
    fn covers(&self, named: Named) -> bool {
        match (self.kind, named) {
            (_, Named::Another) => false,
            (_, Named::Everyone) => true,
            (Kind::Stranger, _) => false,
            (Kind::Service | Kind::WebIdentity, named) => named == Named::Itself,
            (Kind::User | Kind::Root, named) => named != Named::Maker,
            (Kind::RoleSession | Kind::FederatedUser, _) => true,
        }
    }

    /// The layers that must allow, or nothing when no layer can.
    fn must(&self) -> Option<&'static [Must]> {
        let (says, named) = self.attached;
        let granted = (says == Allow && self.covers(named)).then_some(named);
        let own: &[Must] = match self.kind {
            Kind::User => &[Identity, Boundary],
            Kind::RoleSession => &[Identity, Boundary, Session],
            Kind::FederatedUser => &[Identity, Boundary, PassedSession],
            Kind::Root => &[],
            // They have nothing of their own: the resource policy must grant, and that is enough.
            Kind::Service | Kind::WebIdentity | Kind::Stranger => {
                return granted.map(|_| -> &[Must] { &[] });
            }
        };
        match granted {
            None if self.crosses || self.assumes => None,
            None => Some(own),
            Some(_) if self.crosses => Some(own),
            Some(Named::Everyone | Named::Itself) => Some(&[]),
            Some(Named::Maker) if self.kind == Kind::FederatedUser => {
                Some(&[Boundary, PassedSession])
            }
            Some(Named::Maker) => Some(&[Boundary, Session]),
            Some(Named::Account | Named::Another) => Some(own),
        }
    }

    fn expected(&self) -> Verdict {
        let (says, named) = self.attached;
        let has_account = !matches!(
            self.kind,
            Kind::Service | Kind::WebIdentity | Kind::Stranger
        );
        let scp = if has_account { self.scp } else { Absent };
        let denied = [self.identity, self.boundary, self.session, scp, self.rcp].contains(&Deny);
        if denied || (says == Deny && self.covers(named)) {
            return Verdict::Explicit;
        }
        let lets_through = |says| matches!(says, Allow | Absent);
        let speaks = |must: &Must| match must {
            Identity => self.identity == Allow,
            Boundary => lets_through(self.boundary),
            Session => lets_through(self.session),
            PassedSession => self.session == Allow,
        };
        let granted = self.must().is_some_and(|must| must.iter().all(speaks));
        if granted && lets_through(scp) && lets_through(self.rcp) {
            return Verdict::Allow;
        }
        Verdict::Implicit
    }

    fn who(&self) -> Who {
        match self.kind {
            Kind::User => Who::User(MAKER.to_owned()),
            Kind::RoleSession => Who::Session {
                role: ROLE.to_owned(),
                session: SESSION.to_owned(),
            },
            Kind::FederatedUser => Who::FederatedUser {
                arn: FEDERATED.to_owned(),
                user: Some(MAKER.to_owned()),
            },
            Kind::Root => Who::Root(OWN.to_owned()),
            Kind::Service => Who::Service(SERVICE.to_owned()),
            Kind::WebIdentity => Who::Federated(PROVIDER.to_owned()),
            Kind::Stranger => Who::Anonymous,
        }
    }

    /// The principal element that names so.
    fn principal(&self, named: Named) -> Value {
        match (named, self.kind) {
            (Named::Everyone, _) => json!("*"),
            (Named::Account, _) => json!({ "AWS": OWN }),
            (Named::Another, _) => json!({ "AWS": "arn:aws:iam::333333333333:user/eve" }),
            (Named::Maker, Kind::RoleSession) => json!({ "AWS": ROLE }),
            // To those that nobody made, the maker of another is another.
            (Named::Maker, Kind::User) => json!({ "AWS": ROLE }),
            (Named::Maker, _) => json!({ "AWS": MAKER }),
            (Named::Itself, Kind::User | Kind::Stranger) => json!({ "AWS": MAKER }),
            (Named::Itself, Kind::RoleSession) => json!({ "AWS": SESSION }),
            (Named::Itself, Kind::FederatedUser) => json!({ "AWS": FEDERATED }),
            (Named::Itself, Kind::Root) => json!({ "AWS": "arn:aws:iam::111111111111:root" }),
            (Named::Itself, Kind::Service) => json!({ "Service": SERVICE }),
            (Named::Itself, Kind::WebIdentity) => json!({ "Federated": PROVIDER }),
        }
    }

    fn action(&self) -> &'static str {
        if self.assumes {
            "sts:AssumeRole"
        } else {
            "s:a"
        }
    }

    fn attached(&self) -> Value {
        let (says, named) = self.attached;
        document(
            says,
            self.action(),
            Some((self.principal(named), self.assumes)),
        )
    }

    fn layers(&self) -> Layers {
        let layer = |says| (says != Absent).then(|| vec![document(says, self.action(), None)]);
        let levels = |says| layer(says).into_iter().collect();
        let attached = self.attached();
        Layers {
            identity: layer(self.identity).unwrap_or_default(),
            resource: (!self.assumes).then(|| attached.clone()),
            boundary: layer(self.boundary),
            session: layer(self.session),
            scp: levels(self.scp),
            rcp: levels(self.rcp),
            trust: self.assumes.then_some(attached),
        }
    }

    fn case(&self) -> Case {
        Case {
            who: self.who(),
            action: self.action().to_owned(),
            resource: "arn:aws:s:::r".to_owned(),
            owner: if self.crosses { OTHER } else { OWN }.to_owned(),
            context: BTreeMap::new(),
            layers: Rc::default(),
        }
    }
}

/// The few documents there are, compiled once.
#[derive(Default)]
struct Shelf(HashMap<String, Policy>);

impl Shelf {
    fn take(&mut self, name: String, kind: PolicyKind, document: impl Fn() -> Value) -> Policy {
        let compile = || Policy::parse(&document().to_string(), kind).unwrap();
        self.0.entry(name).or_insert_with(compile).clone()
    }

    fn compiled(&mut self, row: &Row) -> Compiled {
        let mut layer = |says| {
            let name = format!("{says:?} {}", row.action());
            let write = || document(says, row.action(), None);
            (says != Absent).then(|| vec![self.take(name, PolicyKind::Identity, write)])
        };
        let mut compiled = Compiled {
            identity: layer(row.identity).unwrap_or_default(),
            boundary: layer(row.boundary),
            session: layer(row.session),
            scp: layer(row.scp).into_iter().collect(),
            rcp: layer(row.rcp).into_iter().collect(),
            ..Compiled::default()
        };
        let name = format!("{:?} {:?} {}", row.kind, row.attached, row.action());
        if row.assumes {
            compiled.trust = Some(self.take(name, PolicyKind::Trust, || row.attached()));
        } else {
            compiled.resource = Some(self.take(name, PolicyKind::Resource, || row.attached()));
        }
        compiled
    }
}

/// A policy that allows or denies the action, or speaks of another one only.
fn document(says: Says, action: &str, attached: Option<(Value, bool)>) -> Value {
    let mut statement = json!({
        "Effect": if says == Deny { "Deny" } else { "Allow" },
        "Action": if says == Nothing { "sts:TagSession" } else { action },
        "Resource": "*",
    });
    if let Some((principal, is_trust)) = attached {
        statement["Principal"] = principal;
        if is_trust {
            statement.as_object_mut().unwrap().remove("Resource");
        }
    }
    json!({ "Version": "2012-10-17", "Statement": [statement] })
}

/// Every row there can be. What a principal cannot have is absent in all of them.
fn rows() -> Vec<Row> {
    let limit = [Absent, Nothing, Allow, Deny];
    let only = |possible: bool, all: &'static [Says]| if possible { all } else { &[Absent] };
    let mut attached = vec![(Nothing, Named::Everyone)];
    for named in NAMED {
        attached.extend([(Allow, named), (Deny, named)]);
    }
    let kinds = [
        Kind::User,
        Kind::RoleSession,
        Kind::FederatedUser,
        Kind::Root,
        Kind::Service,
        Kind::WebIdentity,
        Kind::Stranger,
    ];
    let mut all = Vec::new();
    for kind in kinds {
        let is_session = matches!(kind, Kind::RoleSession | Kind::FederatedUser);
        let has_policies = is_session || kind == Kind::User;
        let has_account = has_policies || kind == Kind::Root;
        let crossings: &[bool] = if has_account {
            &[false, true]
        } else {
            &[false]
        };
        for &crosses in crossings {
            for &identity in only(has_policies, &[Nothing, Allow, Deny]) {
                for &boundary in only(has_policies, &[Absent, Nothing, Allow, Deny]) {
                    for &session in only(is_session, &[Absent, Nothing, Allow, Deny]) {
                        for (scp, rcp) in limit.iter().flat_map(|a| limit.map(|b| (*a, b))) {
                            for assumes in [false, true] {
                                all.extend(attached.iter().map(|&attached| Row {
                                    kind,
                                    crosses,
                                    identity,
                                    boundary,
                                    session,
                                    scp,
                                    rcp,
                                    assumes,
                                    attached,
                                }));
                            }
                        }
                    }
                }
            }
        }
    }
    all
}

#[test]
fn every_row_of_the_table_is_decided_by_its_rule() {
    let (rows, mut shelf, mut counts) = (rows(), Shelf::default(), [0; 3]);
    // The evaluator is slow: in the ordinary run it sees every eleventh row.
    let step = if is_nightly() { 1 } else { 11 };
    for (at, row) in rows.iter().enumerate() {
        let (mut case, expected) = (row.case(), row.expected());
        assert_eq!(
            shelf.compiled(row).decide(&case),
            expected,
            "the engine on {row:?}"
        );
        if at % step == 0 {
            case.layers = Rc::new(row.layers());
            assert_eq!(
                evaluator::decide(&case),
                Ok(expected),
                "the evaluator on {row:?}{case:?}"
            );
        }
        counts[expected as usize] += 1;
    }
    let [allowed, silent, denied] = counts;
    println!(
        "{} rows: {allowed} allowed, {silent} not allowed, {denied} denied",
        rows.len()
    );
    assert_eq!(rows.len(), 77_792, "rows were lost");
}
