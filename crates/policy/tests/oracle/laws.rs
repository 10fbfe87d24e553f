//! What must hold for every policy, in every layer. `tests/laws.rs` has the laws of two layers and
//! of the explanations; these here are tried on the hostile alphabets.

use std::cell::Cell;
use std::rc::Rc;

use policy::{Addition, Allowed, Decision, Denied, Fix, Layer, Place as Where};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{TestCaseError, TestRunner};
use serde_json::{Value, json};

use crate::case::{Case, Layers, Verdict, Who};
use crate::differential::scenes;
use crate::engine::{Compiled, ask};
use crate::evaluator;
use crate::generate::{Place, Scene, alone, scene, statement};

fn run<S: Strategy>(strategy: &S, law: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    if let Err(cause) = TestRunner::new(scenes(200)).run(strategy, law) {
        panic!("{cause}");
    }
}

fn allowed(compiled: &Compiled, case: &Case) -> bool {
    compiled.decide(case) == Verdict::Allow
}

/// Every document of the layers, with the place its statements have.
fn documents(layers: &mut Layers) -> Vec<(Place, &mut Value)> {
    let identity = layers.identity.iter_mut().map(|d| (Place::Identity, d));
    let boundary = layers
        .boundary
        .iter_mut()
        .flatten()
        .map(|d| (Place::Identity, d));
    let session = layers
        .session
        .iter_mut()
        .flatten()
        .map(|d| (Place::Limit, d));
    let scp = layers.scp.iter_mut().flatten().map(|d| (Place::Limit, d));
    let rcp = layers.rcp.iter_mut().flatten();
    let rcp = rcp.map(|d| (Place::ResourceControl, d));
    let resource = layers.resource.iter_mut().map(|d| (Place::Resource, d));
    let trust = layers.trust.iter_mut().map(|d| (Place::Trust, d));
    identity
        .chain(boundary)
        .chain(session)
        .chain(scp)
        .chain(rcp)
        .chain(resource)
        .chain(trust)
        .collect()
}

fn statements(document: &mut Value) -> &mut Vec<Value> {
    document["Statement"].as_array_mut().unwrap()
}

/// The scene with one more statement in one of its documents, or nothing when it has none.
fn with(scene: &Scene, at: Index, mut more: [Value; 5], effect: &str) -> Option<Layers> {
    let mut layers = (*scene.layers).clone();
    let mut all = documents(&mut layers);
    if all.is_empty() {
        return None;
    }
    let at = at.index(all.len());
    let (place, document) = &mut all[at];
    let statement = &mut more[*place as usize];
    statement["Effect"] = json!(effect);
    statements(document).push(statement.take());
    Some(layers)
}

/// One statement for each place, in the order of `Place`.
fn one_more() -> impl Strategy<Value = [Value; 5]> {
    [
        statement(Place::Identity),
        statement(Place::Limit),
        statement(Place::ResourceControl),
        statement(Place::Resource),
        statement(Place::Trust),
    ]
}

#[test]
fn adding_a_deny_anywhere_never_grants() {
    run(
        &(scene(), any::<Index>(), one_more()),
        |(scene, at, more)| {
            let Some(layers) = with(&scene, at, more, "Deny") else {
                return Ok(());
            };
            let (before, after) = (
                Compiled::new(&scene.layers).unwrap(),
                Compiled::new(&layers).unwrap(),
            );
            for case in scene.cases() {
                prop_assert!(
                    allowed(&before, &case) || !allowed(&after, &case),
                    "{:?}",
                    case
                );
            }
            Ok(())
        },
    );
}

/// To a policy that is there. The first boundary, session or control policy takes away, whatever it
/// allows: before, nothing limited.
#[test]
fn adding_an_allow_to_a_policy_never_revokes() {
    run(
        &(scene(), any::<Index>(), one_more()),
        |(scene, at, more)| {
            let Some(layers) = with(&scene, at, more, "Allow") else {
                return Ok(());
            };
            let (before, after) = (
                Compiled::new(&scene.layers).unwrap(),
                Compiled::new(&layers).unwrap(),
            );
            for case in scene.cases() {
                prop_assert!(
                    allowed(&after, &case) || !allowed(&before, &case),
                    "{:?}",
                    case
                );
            }
            Ok(())
        },
    );
}

#[test]
fn adding_a_limit_where_there_was_none_never_grants() {
    run(
        &(scene(), one_more()),
        |(scene, [identity, limit, control, ..])| {
            let policy = |statement| json!({ "Version": "2012-10-17", "Statement": [statement] });
            let mut layers = (*scene.layers).clone();
            layers.boundary.get_or_insert(vec![policy(identity)]);
            layers.scp.push(vec![policy(limit)]);
            layers.rcp.push(vec![policy(control)]);
            let (before, after) = (
                Compiled::new(&scene.layers).unwrap(),
                Compiled::new(&layers).unwrap(),
            );
            for case in scene.cases() {
                prop_assert!(
                    allowed(&before, &case) || !allowed(&after, &case),
                    "{:?}",
                    case
                );
            }
            Ok(())
        },
    );
}

/// Each statement in a document of its own, where a layer may have several.
fn split(documents: &[Value]) -> Vec<Value> {
    let alone = |document: &Value| -> Vec<Value> {
        let mut document = document.clone();
        let all = std::mem::take(statements(&mut document));
        all.into_iter()
            .map(|one| {
                document["Statement"] = one;
                document.clone()
            })
            .collect()
    };
    documents.iter().rev().flat_map(alone).collect()
}

#[test]
fn order_splitting_and_repetition_of_statements_are_irrelevant() {
    run(&scene(), |scene| {
        let mut turned = (*scene.layers).clone();
        for (_, document) in documents(&mut turned) {
            let all = statements(document);
            all.reverse();
            all.extend_from_within(..1);
            all.extend_from_within(..);
        }
        let mut apart = turned.clone();
        apart.identity = split(&apart.identity);
        apart.boundary = apart.boundary.as_deref().map(split);
        apart.session = apart.session.as_deref().map(split);
        apart.scp = apart.scp.iter().map(|level| split(level)).collect();
        apart.rcp = apart.rcp.iter().map(|level| split(level)).collect();
        let [whole, turned, apart] =
            [&scene.layers, &turned, &apart].map(|l| Compiled::new(l).unwrap());
        for case in scene.cases() {
            let expected = whole.decide(&case);
            prop_assert_eq!(turned.decide(&case), expected, "{:?}", case);
            prop_assert_eq!(apart.decide(&case), expected, "{:?}", case);
        }
        Ok(())
    });
}

/// The one statement of a scene, which allows, with an element turned into its opposite.
fn opposite(scene: &Scene, element: &str) -> [Compiled; 2] {
    let mut layers = (*scene.layers).clone();
    let all = statements(&mut layers.identity[0]);
    all.truncate(1);
    let statement = all[0].as_object_mut().unwrap();
    statement.insert("Effect".to_owned(), json!("Allow"));
    statement.remove("Condition");
    let not = format!("Not{element}");
    let value = statement
        .remove(element)
        .or(statement.remove(&not))
        .unwrap();
    [element, &not].map(|name| {
        let mut layers = layers.clone();
        statements(&mut layers.identity[0])[0][name] = value.clone();
        Compiled::new(&layers).unwrap()
    })
}

#[test]
fn each_element_and_its_opposite_are_complements() {
    run(&alone(), |scene| {
        for (element, other) in [("Action", "Resource"), ("Resource", "Action")] {
            let mut open = scene.clone();
            let layers = Rc::make_mut(&mut open.layers);
            for statement in statements(&mut layers.identity[0]) {
                let statement = statement.as_object_mut().unwrap();
                statement.remove(&format!("Not{other}"));
                statement.insert(other.to_owned(), json!("*"));
            }
            let [is, is_not] = opposite(&open, element);
            for case in open.cases() {
                prop_assert!(
                    allowed(&is, &case) != allowed(&is_not, &case),
                    "{} {:?}",
                    element,
                    case
                );
            }
        }
        Ok(())
    });
}

/// The documents of a layer, counted as the engine counts them.
fn of_layer(layers: &mut Layers, layer: Layer) -> Vec<&mut Value> {
    match layer {
        Layer::Identity => layers.identity.iter_mut().collect(),
        Layer::Boundary => layers.boundary.iter_mut().flatten().collect(),
        Layer::Session => layers.session.iter_mut().flatten().collect(),
        Layer::ServiceControl => layers.scp.iter_mut().flatten().collect(),
        Layer::ResourceControl => layers.rcp.iter_mut().flatten().collect(),
        Layer::Resource => layers.resource.iter_mut().collect(),
        Layer::Trust => layers.trust.iter_mut().collect(),
    }
}

fn statement_at(layers: &mut Layers, place: Where) -> &mut Value {
    let document = of_layer(layers, place.layer).swap_remove(place.source);
    &mut statements(document)[place.statement]
}

/// Makes a statement speak of something else, so that all others keep their places.
fn remove(layers: &mut Layers, place: Where) -> Value {
    let removed = statement_at(layers, place);
    let mut silent = removed.clone();
    silent["Effect"] = json!("Allow");
    let members = silent.as_object_mut().unwrap();
    members.remove("NotAction");
    members.insert("Action".to_owned(), json!("sts:AssumeRoleWithSAML"));
    std::mem::replace(removed, silent)
}

/// Taking away what decided, again and again, must turn the decision before the statements run out.
#[test]
fn removing_the_statements_that_decide_turns_the_decision() {
    run(&scene(), |scene| {
        // Each removal compiles anew, so that a few cases of a scene must do.
        for mut case in scene.cases().take(3) {
            let first = ask(&case).unwrap();
            let mut layers = (*scene.layers).clone();
            let most: usize = documents(&mut layers)
                .into_iter()
                .map(|(_, d)| statements(d).len())
                .sum();
            let mut removed = 0;
            loop {
                let decision = Compiled::new(&layers).unwrap().decision(&case);
                let (place, effect) = match decision {
                    Decision::Allowed(Allowed::Statement(place)) => (place, "Allow"),
                    Decision::Denied(Denied::ExplicitDeny {
                        layer,
                        source,
                        statement,
                    }) => (
                        Where {
                            layer,
                            source,
                            statement,
                        },
                        "Deny",
                    ),
                    Decision::Allowed(Allowed::Root | Allowed::CallerIdentity)
                    | Decision::Denied(Denied::NotAllowed { .. }) => break,
                };
                if (first == Verdict::Allow) != (effect == "Allow") {
                    break;
                }
                let gone = remove(&mut layers, place);
                prop_assert_eq!(&gone["Effect"], effect, "{:?} of {:?}", place, case);
                removed += 1;
                prop_assert!(removed <= most, "{:?}", case);
            }
            case.layers = Rc::new(layers);
            // The root user needs no statement: what is named for it was there as well.
            let needless = matches!(case.who, Who::Root(_)) && first == Verdict::Allow;
            let turned = removed == 0 || needless || ask(&case).unwrap() != first;
            prop_assert!(turned, "{:?} stays {:?}", case, first);
        }
        Ok(())
    });
}

/// Follows a suggestion.
fn apply(layers: &mut Layers, fix: &Fix) {
    match fix {
        Fix::RemoveDeny(statement) => drop(remove(layers, statement.place)),
        Fix::NarrowDeny {
            statement,
            exception,
        } => {
            let statement = statement_at(layers, statement.place);
            let values = &mut statement["Condition"][exception.operator][exception.key];
            let mut all = match values.take() {
                Value::Null => Vec::new(),
                Value::Array(several) => several,
                one => vec![one],
            };
            all.push(json!(exception.value));
            *values = json!(all);
        }
        Fix::Add(addition) => add(layers, addition),
    }
}

fn add(layers: &mut Layers, addition: &Addition) {
    let statement: Value = serde_json::from_str(&addition.statement.to_string()).unwrap();
    if let Some(source) = addition.source {
        let document = of_layer(layers, addition.layer).swap_remove(source);
        return statements(document).push(statement);
    }
    let document = json!({ "Version": "2012-10-17", "Statement": [statement] });
    match addition.layer {
        Layer::Identity => layers.identity.push(document),
        Layer::Boundary => layers.boundary.get_or_insert_default().push(document),
        Layer::Session => layers.session.get_or_insert_default().push(document),
        Layer::ServiceControl => layers.scp[addition.level].push(document),
        Layer::ResourceControl => layers.rcp[addition.level].push(document),
        Layer::Resource => layers.resource = Some(document),
        Layer::Trust => layers.trust = Some(document),
    }
}

/// With one fix of each obstacle applied, the other reading of the documentation allows, too.
#[test]
fn what_the_engine_suggests_turns_the_decision_in_both_readings() {
    let turned = Cell::new(0);
    run(&(scene(), any::<Index>()), |(scene, choice)| {
        let compiled = Compiled::new(&scene.layers).unwrap();
        for mut case in scene.cases().take(4) {
            let obstacles = compiled.obstacles(&case);
            prop_assert_eq!(
                obstacles.is_empty(),
                allowed(&compiled, &case),
                "{:?}",
                case
            );
            if obstacles.is_empty() || obstacles.iter().any(|one| one.fixes.is_empty()) {
                continue;
            }
            let mut layers = (*scene.layers).clone();
            for obstacle in &obstacles {
                apply(&mut layers, choice.get(&obstacle.fixes));
            }
            case.layers = Rc::new(layers);
            prop_assert_eq!(
                evaluator::decide(&case),
                Ok(Verdict::Allow),
                "{:?} {:?}",
                case,
                obstacles
            );
            prop_assert_eq!(
                ask(&case).unwrap(),
                Verdict::Allow,
                "{:?} {:?}",
                case,
                obstacles
            );
            turned.set(turned.get() + 1);
        }
        Ok(())
    });
    println!("{} denials turned as suggested", turned.get());
    assert!(turned.get() > 100, "next to nothing was suggested");
}
