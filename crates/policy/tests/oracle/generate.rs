//! Random policies, principals, requests and layers over alphabets so small that nearly everything
//! nearly matches.

use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use crate::case::{Case, Layers, Who};

const OWN: &str = "111111111111";
const OTHER: &str = "222222222222";
const ANN: &str = "arn:aws:iam::111111111111:user/ann";
const ANN_BELOW: &str = "arn:aws:iam::111111111111:user/p/ann";
const ROLE: &str = "arn:aws:iam::111111111111:role/api";
const ROLE_BELOW: &str = "arn:aws:iam::111111111111:role/p/api";
const SESSION: &str = "arn:aws:sts::111111111111:assumed-role/api/s";
const FEDERATED: &str = "arn:aws:sts::111111111111:federated-user/ann";
const SERVICE: &str = "apigateway.amazonaws.com";
const PROVIDER: &str = "arn:aws:iam::111111111111:oidc-provider/id.example.com";

/// One of these texts.
fn one_of(texts: &[&'static str]) -> impl Strategy<Value = String> + use<> {
    select(texts.to_vec()).prop_map(str::to_owned)
}

fn joined(parts: &[&'static str], most: usize) -> impl Strategy<Value = String> + use<> {
    prop::collection::vec(select(parts.to_vec()), 0..=most).prop_map(|parts| parts.concat())
}

/// Text as a request has it: nothing in it is special.
pub(crate) fn asked_text() -> impl Strategy<Value = String> {
    joined(
        &[
            "a", "a", "b", "A", ":", "/", "*", "?", "\n", "$", "{", "}", "é",
        ],
        5,
    )
}

/// A pattern that is well formed in both versions.
pub(crate) fn pattern() -> impl Strategy<Value = String> {
    let parts = [
        "a",
        "a",
        "b",
        "A",
        ":",
        "/",
        "*",
        "*",
        "?",
        "\n",
        "'",
        ",",
        "é",
        "${k:s}",
        "${K:S}",
        "${k:none}",
        "${k:none, 'a'}",
        "${k:s, 'b'}",
        "${*}",
        "${?}",
        "${$}",
    ];
    joined(&parts, 5)
}

/// A pattern that may be anything: most of these are refused.
fn wild_pattern() -> impl Strategy<Value = String> {
    joined(
        &[
            "a", "*", "?", ":", "/", "\n", "$", "{", "}", "${", ",", "'", " ", "k:s",
        ],
        8,
    )
}

fn resource_pattern(completes: bool) -> BoxedStrategy<String> {
    let whole = (
        one_of(&["", "a", "a", "*", "?", "a*", "*b"]),
        one_of(&["", "1", "*", "1*"]),
        pattern(),
    )
        .prop_map(|(region, account, rest)| format!("arn:aws:s:{region}:{account}:{rest}"));
    let short = one_of(&["arn:aws:s", "arn:aws:s:a", "arn:aws:s:*", "arn:aws:t"]);
    prop_oneof![
        4 => whole,
        1 => Just("*".to_owned()),
        u32::from(completes) => short,
    ]
    .boxed()
}

fn asked_resource() -> impl Strategy<Value = String> {
    let whole = (one_of(&["", "a", "ab"]), one_of(&["", "1"]), asked_text())
        .prop_map(|(region, account, rest)| format!("arn:aws:s:{region}:{account}:{rest}"));
    prop_oneof![8 => whole, 1 => Just("*".to_owned())]
}

/// A value, a list of one, or a longer list.
fn listed(one: impl Strategy<Value = String> + 'static) -> BoxedStrategy<Value> {
    let one = one.boxed();
    prop_oneof![
        one.clone().prop_map(Value::String),
        prop::collection::vec(one, 1..4).prop_map(|all| json!(all)),
    ]
    .boxed()
}

/// What an operator compares, the key it compares by preference, and values for the policy.
fn family(
    operators: &'static [&'static str],
    key: &'static str,
    values: &'static [&'static str],
) -> BoxedStrategy<(String, String, Value)> {
    let key = prop_oneof![8 => Just(key), 1 => Just("k:none"), 1 => Just("K:S")];
    (
        one_of(operators),
        key.prop_map(str::to_owned),
        listed(one_of(values)),
    )
        .boxed()
}

const DATES: &[&str] = &[
    "2026-01-02T03:04:05Z",
    "2026-01-02T03:04:06Z",
    "2026-01-02T05:04:05+02:00",
    "2026-01-01T22:04:05-05:00",
    "2026-01-02T03:04:05.5Z",
    "2026-01-02T03:04Z",
    "2026-01-02",
    "2026-01",
    "1767323045",
    "1767323046",
    "2024-02-29T00:00:00Z",
    "1969-12-31T23:59:59Z",
    "-1",
];
const NUMBERS: &[&str] = &[
    "0",
    "1",
    "-1",
    "1.0",
    "1.5",
    "10",
    "9",
    "9007199254740993",
    "9007199254740992",
];
const ADDRESSES: &[&str] = &[
    "10.0.0.1",
    "10.0.0.1/32",
    "10.0.0.0/30",
    "10.0.0.4/30",
    "0.0.0.0/0",
    "10.128.0.0/9",
    "::/0",
    "2001:db8::/64",
    "2001:db8::1",
    "2001:db8:0:0:0:0:0:1/127",
];
const TRUTHS: &[&str] = &["true", "false"];
const BYTES: &[&str] = &["QQ==", "QUI=", "QUJD"];
const ARNS: &[&str] = &[
    "arn:aws:s:a:1:a",
    "arn:aws:s:*:1:a",
    "arn:aws:s:?:*:*",
    "arn:*:*:*:*:*",
    "arn:aws:s:a:1:a:*",
    "arn:aws:s:*a",
    "arn:aws:s::1:a*",
    "arn:aws:s:a:1:${k:s}",
    "arn:aws:s:a:1:${k:none}",
    "a",
];

/// An operator with its set operator and `IfExists`, a key, and values that it can read.
fn condition() -> impl Strategy<Value = (String, String, Value)> {
    let text = (
        one_of(&[
            "StringEquals",
            "StringNotEquals",
            "StringEqualsIgnoreCase",
            "StringNotEqualsIgnoreCase",
            "StringLike",
            "StringLike",
            "StringNotLike",
        ]),
        one_of(&["k:s", "k:s", "K:S", "k:t", "k:none", "aws:username"]),
        listed(pattern()),
    );
    let base = prop_oneof![
        4 => text,
        1 => family(&["NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals"], "k:n", NUMBERS),
        1 => family(&["DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals"], "k:d", DATES),
        1 => family(&["Bool"], "k:f", TRUTHS),
        1 => family(&["IpAddress", "NotIpAddress"], "k:i", ADDRESSES),
        1 => family(&["BinaryEquals"], "k:y", BYTES),
        2 => family(&["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"], "k:r", ARNS),
    ];
    let whole = (
        one_of(&["", "", "ForAllValues:", "ForAnyValue:"]),
        base,
        one_of(&["", "", "IfExists"]),
    )
        .prop_map(|(set, (operator, key, values), exists)| {
            (format!("{set}{operator}{exists}"), key, values)
        });
    prop_oneof![
        8 => whole,
        1 => family(&["Null"], "k:s", TRUTHS),
    ]
}

fn conditions() -> impl Strategy<Value = Option<Value>> {
    prop::collection::vec(condition(), 0..3).prop_map(|all| {
        let mut block: BTreeMap<String, BTreeMap<String, Value>> = BTreeMap::new();
        for (operator, key, values) in all {
            let keys = block.entry(operator).or_default();
            // One key in two cases within an operator is no valid policy.
            keys.retain(|other, _| !other.eq_ignore_ascii_case(&key));
            keys.insert(key, values);
        }
        (!block.is_empty()).then(|| json!(block))
    })
}

/// The values of a request: a key is mostly there, sometimes with several values or with none.
pub(crate) fn context() -> impl Strategy<Value = BTreeMap<String, Vec<String>>> {
    fn key(
        name: &'static str,
        value: BoxedStrategy<String>,
    ) -> impl Strategy<Value = Option<(String, Vec<String>)>> {
        let values = prop_oneof![
            6 => prop::collection::vec(value.clone(), 1),
            1 => prop::collection::vec(value, 0..3),
        ];
        prop::option::weighted(
            0.7,
            values.prop_map(move |values| (name.to_owned(), values)),
        )
    }
    let seen = |texts: &'static [&'static str]| {
        prop_oneof![9 => one_of(texts), 1 => Just("x".to_owned())].boxed()
    };
    let text = || {
        asked_text()
            .prop_filter("an empty value is null", |text| !text.is_empty())
            .boxed()
    };
    (
        key("k:s", text()),
        key("k:t", text()),
        key("k:n", seen(NUMBERS)),
        key("k:d", seen(DATES)),
        key("k:f", seen(TRUTHS)),
        key(
            "k:i",
            seen(&[
                "10.0.0.1",
                "10.0.0.3",
                "10.200.0.1",
                "2001:db8::1",
                "2001:db8::",
                "::1",
            ]),
        ),
        key("k:y", seen(BYTES)),
        key(
            "k:r",
            seen(&[
                "arn:aws:s:a:1:a",
                "arn:aws:s::1:a:b",
                "arn:aws:s:a:1:a\n",
                "arn:aws:t:a:1:a",
            ]),
        ),
        key("aws:username", one_of(&["a", "ann"]).boxed()),
    )
        .prop_map(|(a, b, c, d, e, f, g, h, i)| {
            [a, b, c, d, e, f, g, h, i].into_iter().flatten().collect()
        })
}

fn who() -> impl Strategy<Value = Who> {
    select(vec![
        Who::User(ANN.to_owned()),
        Who::User(ANN_BELOW.to_owned()),
        Who::Session {
            role: ROLE.to_owned(),
            session: SESSION.to_owned(),
        },
        Who::Session {
            role: ROLE_BELOW.to_owned(),
            session: SESSION.to_owned(),
        },
        Who::FederatedUser {
            arn: FEDERATED.to_owned(),
            user: Some(ANN.to_owned()),
        },
        Who::FederatedUser {
            arn: FEDERATED.to_owned(),
            user: None,
        },
        Who::Root(OWN.to_owned()),
        Who::Service(SERVICE.to_owned()),
        Who::Federated(PROVIDER.to_owned()),
        Who::Anonymous,
    ])
}

fn principal() -> impl Strategy<Value = Value> {
    let aws = one_of(&[
        "*",
        OWN,
        OTHER,
        "arn:aws:iam::111111111111:root",
        "arn:aws:iam::222222222222:root",
        ANN,
        ANN_BELOW,
        ROLE,
        ROLE_BELOW,
        "arn:aws:iam::222222222222:role/api",
        "arn:aws:iam::111111111111:role/ap",
        SESSION,
        "arn:aws:sts::111111111111:assumed-role/api/t",
        "arn:aws:iam::111111111111:user/Ann",
        FEDERATED,
    ]);
    let others = select(vec![
        json!({ "Service": SERVICE }),
        json!({ "Service": ["sns.amazonaws.com", SERVICE] }),
        json!({ "Federated": PROVIDER }),
        json!({ "AWS": OTHER, "Service": "sns.amazonaws.com" }),
    ]);
    prop_oneof![
        1 => Just(json!("*")),
        6 => listed(aws).prop_map(|names| json!({ "AWS": names })),
        2 => others,
    ]
}

/// Where a statement is to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Identity policies and boundaries, whose incomplete ARNs are completed.
    Identity,
    /// Session and service control policies.
    Limit,
    /// Resource control policies, which name everyone.
    ResourceControl,
    Resource,
    Trust,
}

pub(crate) fn statement(place: Place) -> BoxedStrategy<Value> {
    let actions = if place == Place::Trust {
        one_of(&[
            "sts:AssumeRole",
            "sts:assumerole",
            "sts:Assume*",
            "sts:TagSession",
            "sts:*",
        ])
    } else {
        one_of(&[
            "*", "s:*", "s:a", "S:A*", "s:?b", "s:*b*", "t:*", "s:a\n", "*:a", "sts:*",
        ])
    };
    let principal = (prop::bool::weighted(0.2), principal());
    (
        one_of(&["Allow", "Allow", "Allow", "Deny"]),
        (prop::bool::weighted(0.2), listed(actions)),
        (
            prop::bool::weighted(0.2),
            listed(resource_pattern(place == Place::Identity)),
        ),
        conditions(),
        principal,
    )
        .prop_map(move |(effect, action, resource, conditions, principal)| {
            let mut members = Map::new();
            let mut put = |name: &str, value: Value| members.insert(name.to_owned(), value);
            put("Effect", json!(effect));
            let not = |not: bool, name: &str| format!("{}{name}", if not { "Not" } else { "" });
            put(&not(action.0 && place != Place::Trust, "Action"), action.1);
            if place != Place::Trust {
                put(&not(resource.0, "Resource"), resource.1);
            }
            if let Some(conditions) = conditions {
                put("Condition", conditions);
            }
            if place == Place::ResourceControl {
                put("Principal", json!("*"));
            }
            if matches!(place, Place::Resource | Place::Trust) {
                let opposite = principal.0 && place == Place::Resource;
                put(&not(opposite, "Principal"), principal.1);
            }
            Value::Object(members)
        })
        .boxed()
}

pub(crate) fn policy(place: Place) -> impl Strategy<Value = Value> {
    (
        prop::collection::vec(statement(place), 1..4),
        select(vec![
            Some("2012-10-17"),
            Some("2012-10-17"),
            Some("2012-10-17"),
            Some("2008-10-17"),
            None,
        ]),
    )
        .prop_map(|(statements, version)| {
            let mut document = json!({ "Statement": statements });
            if let Some(version) = version {
                document["Version"] = json!(version);
            }
            document
        })
}

fn policies(place: Place, most: usize) -> impl Strategy<Value = Vec<Value>> {
    prop::collection::vec(policy(place), 0..=most)
}

/// Policies of all layers, those only that such a principal can have.
fn layers(assumes: bool) -> impl Strategy<Value = Layers> {
    let levels = |place| prop::collection::vec(prop::collection::vec(policy(place), 1..3), 0..2);
    let seldom = |place| prop::option::weighted(0.3, policies(place, 2));
    (
        policies(Place::Identity, 2),
        prop::option::of(policy(Place::Resource)),
        seldom(Place::Identity),
        seldom(Place::Limit),
        (prop::bool::weighted(0.2), levels(Place::Limit)),
        (prop::bool::weighted(0.2), levels(Place::ResourceControl)),
        policy(Place::Trust),
    )
        .prop_map(
            move |(identity, resource, boundary, session, scp, rcp, trust)| Layers {
                identity,
                resource: resource.filter(|_| !assumes),
                boundary,
                session,
                scp: if scp.0 { scp.1 } else { Vec::new() },
                rcp: if rcp.0 { rcp.1 } else { Vec::new() },
                trust: assumes.then_some(trust),
            },
        )
}

/// Policies, and the requests and contexts to try on them, each with each.
#[derive(Clone)]
pub(crate) struct Scene {
    pub(crate) who: Who,
    pub(crate) layers: Rc<Layers>,
    pub(crate) requests: Vec<(String, String, String)>,
    pub(crate) contexts: Vec<BTreeMap<String, Vec<String>>>,
}

impl Scene {
    pub(crate) fn cases(&self) -> impl Iterator<Item = Case> {
        self.requests.iter().flat_map(|request| {
            self.contexts.iter().map(|context| Case {
                who: self.who.clone(),
                action: request.0.clone(),
                resource: request.1.clone(),
                owner: request.2.clone(),
                context: context.clone(),
                layers: Rc::clone(&self.layers),
            })
        })
    }
}

/// The case that failed, once shrinking has left no other.
impl fmt::Debug for Scene {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.cases().take(1).try_for_each(|case| case.fmt(f))
    }
}

/// All layers, for every kind of principal.
pub(crate) fn scene() -> impl Strategy<Value = Scene> {
    let asks = |assumes: bool| {
        let actions: &[&str] = if assumes {
            &["sts:AssumeRole", "STS:assumerole"]
        } else {
            &[
                "s:a",
                "s:ab",
                "S:AB",
                "t:b",
                "s:a\n",
                "sts:GetCallerIdentity",
            ]
        };
        (one_of(actions), asked_resource(), one_of(&["", OWN, OTHER]))
    };
    let whole = |assumes: bool| {
        let requests = prop::collection::vec(asks(assumes), 1..12);
        let contexts = prop::collection::vec(context(), 1..6);
        (who(), layers(assumes), requests, contexts).prop_map(
            |(who, layers, requests, contexts)| Scene {
                layers: Rc::new(possible(&who, layers)),
                who,
                requests,
                contexts,
            },
        )
    };
    prop_oneof![5 => whole(false), 1 => whole(true)]
}

/// Takes away the layers that a principal of this kind cannot have.
pub(crate) fn possible(who: &Who, mut layers: Layers) -> Layers {
    match who {
        Who::Session { .. } | Who::FederatedUser { .. } => {}
        Who::User(_) => layers.session = None,
        Who::Root(_) | Who::Service(_) | Who::Federated(_) | Who::Anonymous => {
            layers.session = None;
            layers.boundary = None;
            layers.identity = Vec::new();
        }
    }
    layers
}

/// A user and one identity policy: where patterns and conditions are tried.
pub(crate) fn alone() -> impl Strategy<Value = Scene> {
    let request = (
        one_of(&["s:a", "s:ab", "S:AB"]),
        asked_resource(),
        Just(String::new()),
    );
    let requests = prop::collection::vec(request, 1..12);
    let contexts = prop::collection::vec(context(), 1..6);
    (policy(Place::Identity), requests, contexts).prop_map(|(policy, requests, contexts)| Scene {
        who: Who::User(ANN.to_owned()),
        layers: Rc::new(Layers {
            identity: vec![policy],
            ..Layers::default()
        }),
        requests,
        contexts,
    })
}

/// One element that is put somewhere into a document, which mostly spoils it.
pub(crate) fn spoiled() -> impl Strategy<Value = Scene> {
    let junk = prop_oneof![
        3 => wild_pattern().prop_map(Value::String),
        1 => select(vec![json!(null), json!(true), json!(1), json!([]), json!({}), json!("*"), json!("Allow"), json!("true"), json!(""), json!(["a", ["b"]]), json!({ "AWS": "*" })]),
    ];
    (alone(), any::<prop::sample::Index>(), junk).prop_map(|(mut scene, at, junk)| {
        let document = &mut Rc::make_mut(&mut scene.layers).identity[0];
        let mut paths = Vec::new();
        leaves(document, String::new(), &mut paths);
        let path = at.get(&paths);
        if let Some(place) = document.pointer_mut(path) {
            *place = match junk {
                // Mostly the pattern is to reach the matcher, not to fail as an ARN.
                Value::String(text) if path.contains("/Resource") => {
                    json!(format!("arn:aws:s:a:1:{text}"))
                }
                // No page says whether the lone star of an ARN operator is one.
                Value::String(text) if path.contains("Arn") && text == "*" => json!("arn"),
                junk => junk,
            };
        }
        scene
    })
}

/// Pointers to every value within.
fn leaves(value: &Value, path: String, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                leaves(member, format!("{path}/{name}"), found);
            }
        }
        Value::Array(several) => {
            for (at, one) in several.iter().enumerate() {
                leaves(one, format!("{path}/{at}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    found.push(path);
}
