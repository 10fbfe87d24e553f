//! The matchers on everything that is small: every pattern with every text up to a length, every
//! prefix of a CIDR block at its border. What is longer, `differential` samples.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::{Value, json};

use crate::case::{Case, Layers, Verdict, Who};
use crate::engine::Compiled;
use crate::evaluator;

/// Every text over an alphabet, up to a length.
fn texts(alphabet: &[&str], most: usize) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut last = all.clone();
    for _ in 0..most {
        last = last
            .iter()
            .flat_map(|text| alphabet.iter().map(move |more| format!("{text}{more}")))
            .collect();
        all.extend_from_slice(&last);
    }
    all
}

/// One statement that allows, and the requests to try on it: a resource and a value of `k:k`.
fn compare(statement: &Value, requests: &[(String, String)]) -> usize {
    let document = json!({ "Version": "2012-10-17", "Statement": statement });
    let layers = Rc::new(Layers {
        identity: vec![document],
        ..Layers::default()
    });
    let compiled = Compiled::new(&layers).unwrap();
    let mut allowed = 0;
    for (resource, value) in requests {
        let case = Case {
            who: Who::User("arn:aws:iam::111111111111:user/ann".to_owned()),
            action: "s:a".to_owned(),
            resource: resource.clone(),
            owner: String::new(),
            context: BTreeMap::from([("k:k".to_owned(), vec![value.clone()])]),
            layers: Rc::clone(&layers),
        };
        let engine = compiled.decide(&case);
        assert_eq!(evaluator::decide(&case), Ok(engine), "{case:?}");
        allowed += usize::from(engine == Verdict::Allow);
    }
    allowed
}

fn told(name: &str, patterns: usize, requests: usize, allowed: usize) {
    println!("{name}: {} cases, {allowed} match", patterns * requests);
    assert!(allowed > patterns / 4, "{name} hardly ever match");
}

#[test]
fn short_resource_patterns_match_alike() {
    let patterns = texts(&["a", ":", "*", "?"], 4);
    let requests: Vec<_> = texts(&["a", "b", ":"], 4)
        .iter()
        .map(|text| (format!("arn:aws:s:::{text}"), String::new()))
        .collect();
    let statement = |pattern: &String| json!({ "Effect": "Allow", "Action": "s:a", "Resource": format!("arn:aws:s:::{pattern}") });
    let allowed = patterns
        .iter()
        .map(|one| compare(&statement(one), &requests))
        .sum();
    told("resource patterns", patterns.len(), requests.len(), allowed);
}

fn by_condition(name: &str, operator: &str, patterns: &[String], values: &[String]) {
    let requests: Vec<_> = values
        .iter()
        .map(|value| ("arn:aws:s:::r".to_owned(), value.clone()))
        .collect();
    let statement = |pattern: &String| json!({ "Effect": "Allow", "Action": "s:a", "Resource": "*", "Condition": { operator: { "k:k": pattern } } });
    let allowed = patterns
        .iter()
        .map(|one| compare(&statement(one), &requests))
        .sum();
    told(name, patterns.len(), requests.len(), allowed);
}

#[test]
fn short_text_patterns_match_alike() {
    let patterns = texts(&["a", "*", "?"], 5);
    by_condition(
        "text patterns",
        "StringLike",
        &patterns,
        &texts(&["a", "b"], 5),
    );
}

#[test]
fn short_parts_of_arns_match_alike() {
    let parts = |alphabet: &[&str], most| -> Vec<String> {
        let all = texts(alphabet, most);
        let three = all.iter().flat_map(|a| all.iter().map(move |b| (a, b)));
        three
            .flat_map(|(a, b)| all.iter().map(move |c| format!("arn:aws:{a}:{b}:1:{c}")))
            .collect()
    };
    by_condition(
        "parts of ARNs",
        "ArnLike",
        &parts(&["a", "*", "?"], 1),
        &parts(&["a", "b", ":"], 1),
    );
}

/// At the border of a block: its base, and its base with one bit turned, for every bit.
#[test]
fn every_prefix_ends_where_it_should() {
    let v4 = |bits: u32| std::net::Ipv4Addr::from(bits).to_string();
    let v6 = |bits: u128| std::net::Ipv6Addr::from(bits).to_string();
    let (base4, base6) = (
        0x0A80_5533_u32,
        0x2001_0db8_0000_ffff_0000_0000_0000_0001_u128,
    );
    let near4 = (0..32).map(|bit| v4(base4 ^ (1 << bit)));
    let near6 = (0..128).map(|bit| v6(base6 ^ (1 << bit)));
    let values: Vec<_> = near4.chain(near6).chain([v4(base4), v6(base6)]).collect();
    let blocks4 = (0..=32).map(|prefix| format!("{}/{prefix}", v4(base4)));
    let blocks6 = (0..=128).map(|prefix| format!("{}/{prefix}", v6(base6)));
    let blocks: Vec<_> = blocks4.chain(blocks6).collect();
    by_condition("CIDR blocks", "IpAddress", &blocks, &values);
}
