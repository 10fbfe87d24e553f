//! Which method? A trie of path segments: a literal before `{param}` before `{proxy+}`, with
//! backtracking, and `ANY` where the verb itself is not there.
//!
//! It knows paths and verbs only; what stands at the end of a route is the caller's. It must never
//! decode or change what it captures: AWS hands path parameters on as they came.

use std::collections::HashMap;
use std::sync::Arc;

use model::MethodVerb;
use smallvec::SmallVec;

/// The routes of one deployment.
#[derive(Debug)]
pub struct Routes<T> {
    root: Node<T>,
}

#[derive(Debug)]
struct Node<T> {
    literals: HashMap<Box<str>, Node<T>>,
    parameter: Option<Box<Parameter<T>>>,
    greedy: Option<Greedy<T>>,
    methods: Methods<T>,
}

#[derive(Debug)]
struct Parameter<T> {
    name: Arc<str>,
    node: Node<T>,
}

#[derive(Debug)]
struct Greedy<T> {
    name: Arc<str>,
    methods: Methods<T>,
}

/// At most eight, so a scan beats a map.
#[derive(Debug)]
struct Methods<T>(Vec<(MethodVerb, T)>);

impl<T> Found<'_, '_, T> {
    /// The parameters, apart from the path in which they stand.
    pub fn into_owned(self) -> Vec<(Arc<str>, String)> {
        self.parameters
            .into_iter()
            .map(|(name, value)| (name, value.to_owned()))
            .collect()
    }
}

/// What two resources of one API can't do to each other.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Conflict {
    #[error("{0} differs from a sibling resource in nothing but its parameter's name")]
    ParameterName(String),
    #[error("{0} has segments after a greedy parameter")]
    AfterGreedy(String),
    #[error("{0} is there twice")]
    Twice(String),
}

/// Captured path parameters, in the order of the path.
pub type Captures<'p> = SmallVec<[(Arc<str>, &'p str); 4]>;

/// A route that fits, and what its parameters captured.
#[derive(Debug)]
pub struct Found<'r, 'p, T> {
    pub target: &'r T,
    pub parameters: Captures<'p>,
}

type Segments<'p> = SmallVec<[Segment<'p>; 8]>;

/// A segment and the offset at which it begins in the path.
#[derive(Debug, Clone, Copy)]
struct Segment<'p> {
    text: &'p str,
    start: usize,
}

/// Finds the route of a raw path, which begins after the stage.
pub fn find<'r, 'p, T>(
    routes: &'r Routes<T>,
    verb: MethodVerb,
    path: &'p str,
) -> Option<Found<'r, 'p, T>> {
    let path = path.trim_start_matches('/');
    let path = path.strip_suffix('/').unwrap_or(path);
    let search = Search {
        verb,
        path,
        segments: split(path),
    };
    let mut parameters = Captures::new();
    let target = search.visit(&routes.root, 0, &mut parameters)?;
    Some(Found { target, parameters })
}

fn split(path: &str) -> Segments<'_> {
    let mut segments = Segments::new();
    if path.is_empty() {
        return segments;
    }
    let mut start = 0;
    for text in path.split('/') {
        segments.push(Segment { text, start });
        start += text.len() + 1;
    }
    segments
}

struct Search<'p> {
    verb: MethodVerb,
    path: &'p str,
    segments: Segments<'p>,
}

impl<'p> Search<'p> {
    /// Each node of the trie is entered at most once, since only one path leads to it.
    fn visit<'r, T>(
        &self,
        node: &'r Node<T>,
        depth: usize,
        parameters: &mut Captures<'p>,
    ) -> Option<&'r T> {
        let Some(segment) = self.segments.get(depth) else {
            return node.methods.of(self.verb);
        };
        self.literal(node, segment, depth, parameters)
            .or_else(|| self.parameter(node, segment, depth, parameters))
            .or_else(|| self.greedy(node, segment, parameters))
    }

    fn literal<'r, T>(
        &self,
        node: &'r Node<T>,
        segment: &Segment<'p>,
        depth: usize,
        parameters: &mut Captures<'p>,
    ) -> Option<&'r T> {
        let next = node.literals.get(segment.text)?;
        self.visit(next, depth + 1, parameters)
    }

    fn parameter<'r, T>(
        &self,
        node: &'r Node<T>,
        segment: &Segment<'p>,
        depth: usize,
        parameters: &mut Captures<'p>,
    ) -> Option<&'r T> {
        let parameter = node.parameter.as_deref()?;
        if segment.text.is_empty() {
            return None;
        }
        let before = parameters.len();
        parameters.push((Arc::clone(&parameter.name), segment.text));
        let found = self.visit(&parameter.node, depth + 1, parameters);
        if found.is_none() {
            parameters.truncate(before);
        }
        found
    }

    fn greedy<'r, T>(
        &self,
        node: &'r Node<T>,
        segment: &Segment<'p>,
        parameters: &mut Captures<'p>,
    ) -> Option<&'r T> {
        let greedy = node.greedy.as_ref()?;
        let target = greedy.methods.of(self.verb)?;
        let rest = self.path.get(segment.start..).filter(|r| !r.is_empty())?;
        parameters.push((Arc::clone(&greedy.name), rest));
        Some(target)
    }
}

impl<T> Default for Routes<T> {
    fn default() -> Self {
        Self {
            root: Node::default(),
        }
    }
}

impl<T> Default for Node<T> {
    fn default() -> Self {
        Self {
            literals: HashMap::new(),
            parameter: None,
            greedy: None,
            methods: Methods(Vec::new()),
        }
    }
}

impl<T> Routes<T> {
    /// Adds a method under a resource's template path, such as `/pets/{id}/{rest+}`.
    pub fn insert(&mut self, template: &str, verb: MethodVerb, target: T) -> Result<(), Conflict> {
        let mut node = &mut self.root;
        let mut parts = template.split('/').filter(|part| !part.is_empty());
        while let Some(part) = parts.next() {
            let Some(name) = parameter_name(part) else {
                node = node.literals.entry(part.into()).or_default();
                continue;
            };
            let Some(name) = name.strip_suffix('+') else {
                node = node.parameter_child(name, template)?;
                continue;
            };
            if parts.next().is_some() {
                return Err(Conflict::AfterGreedy(template.to_owned()));
            }
            return node
                .greedy_methods(name, template)?
                .add(verb, target, template);
        }
        node.methods.add(verb, target, template)
    }
}

impl<T> Routes<T> {
    /// Every target, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        let mut nodes = vec![&self.root];
        std::iter::from_fn(move || {
            let node = nodes.pop()?;
            nodes.extend(node.literals.values());
            nodes.extend(node.parameter.iter().map(|parameter| &parameter.node));
            Some(node)
        })
        .flat_map(Node::targets)
    }
}

fn parameter_name(part: &str) -> Option<&str> {
    part.strip_prefix('{')?.strip_suffix('}')
}

impl<T> Node<T> {
    fn targets(&self) -> impl Iterator<Item = &T> {
        let greedy = self.greedy.iter().flat_map(|greedy| &greedy.methods.0);
        self.methods
            .0
            .iter()
            .chain(greedy)
            .map(|(_, target)| target)
    }

    fn parameter_child(&mut self, name: &str, template: &str) -> Result<&mut Self, Conflict> {
        let parameter = self.parameter.get_or_insert_with(|| {
            Box::new(Parameter {
                name: name.into(),
                node: Self::default(),
            })
        });
        if *parameter.name != *name {
            return Err(Conflict::ParameterName(template.to_owned()));
        }
        Ok(&mut parameter.node)
    }

    fn greedy_methods(&mut self, name: &str, template: &str) -> Result<&mut Methods<T>, Conflict> {
        let greedy = self.greedy.get_or_insert_with(|| Greedy {
            name: name.into(),
            methods: Methods(Vec::new()),
        });
        if *greedy.name != *name {
            return Err(Conflict::ParameterName(template.to_owned()));
        }
        Ok(&mut greedy.methods)
    }
}

impl<T> Methods<T> {
    fn of(&self, verb: MethodVerb) -> Option<&T> {
        self.exactly(verb).or_else(|| self.exactly(MethodVerb::Any))
    }

    fn exactly(&self, verb: MethodVerb) -> Option<&T> {
        self.0
            .iter()
            .find(|(own, _)| *own == verb)
            .map(|(_, target)| target)
    }

    fn add(&mut self, verb: MethodVerb, target: T, template: &str) -> Result<(), Conflict> {
        if self.exactly(verb).is_some() {
            return Err(Conflict::Twice(format!("{verb} {template}")));
        }
        self.0.push((verb, target));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn routes(templates: &[&str]) -> Routes<String> {
        let mut routes = Routes::default();
        for template in templates {
            let (verb, path) = template.split_once(' ').unwrap();
            let verb = verb.parse().unwrap();
            routes.insert(path, verb, (*template).to_owned()).unwrap();
        }
        routes
    }

    /// `expected` is the template that must be found and the parameters as `name=value,…`.
    #[track_caller]
    fn check(templates: &[&str], request: (MethodVerb, &str), expected: Option<(&str, &str)>) {
        let routes = routes(templates);
        let found = find(&routes, request.0, request.1);
        let seen = found.map(|found| {
            let shown: Vec<String> = found
                .parameters
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            (found.target.clone(), shown.join(","))
        });
        let seen = seen.as_ref().map(|(t, p)| (t.as_str(), p.as_str()));
        assert_eq!(seen, expected, "{request:?}");
    }

    const PETS: &[&str] = &[
        "GET /",
        "GET /pets",
        "ANY /pets",
        "GET /pets/{id}",
        "GET /pets/mine",
        "POST /pets/mine/toys",
        "GET /pets/{id}/toys",
        "ANY /{proxy+}",
    ];

    #[test]
    fn a_literal_comes_before_a_parameter_before_a_greedy_one() {
        use MethodVerb::{Get, Post};
        check(PETS, (Get, "/"), Some(("GET /", "")));
        check(PETS, (Get, ""), Some(("GET /", "")));
        check(PETS, (Get, "/pets/mine"), Some(("GET /pets/mine", "")));
        check(PETS, (Get, "/pets/7"), Some(("GET /pets/{id}", "id=7")));
        check(
            PETS,
            (Get, "/cats/7"),
            Some(("ANY /{proxy+}", "proxy=cats/7")),
        );
        check(PETS, (Post, "/"), None);
    }

    #[test]
    fn a_dead_end_is_left_again() {
        use MethodVerb::{Delete, Get};
        check(
            PETS,
            (Get, "/pets/mine/toys"),
            Some(("GET /pets/{id}/toys", "id=mine")),
        );
        check(
            PETS,
            (Delete, "/pets/7"),
            Some(("ANY /{proxy+}", "proxy=pets/7")),
        );
    }

    #[test]
    fn any_serves_the_verbs_that_are_not_there() {
        use MethodVerb::{Get, Patch};
        check(PETS, (Get, "/pets"), Some(("GET /pets", "")));
        check(PETS, (Patch, "/pets"), Some(("ANY /pets", "")));
    }

    #[test]
    fn slashes_are_treated_as_in_the_recording_test_lambda_aws_proxy_integration() {
        use MethodVerb::Get;
        let all = &["GET /{proxy+}"];
        for (path, expected) in [
            ("/proxy-value", "proxy=proxy-value"),
            ("/proxy-value/", "proxy=proxy-value"),
            ("//proxy-value", "proxy=proxy-value"),
            (
                "/proxy-value//double-slash",
                "proxy=proxy-value//double-slash",
            ),
            ("/user/test%2Balias@x", "proxy=user/test%2Balias@x"),
        ] {
            check(all, (Get, path), Some(("GET /{proxy+}", expected)));
        }
        check(all, (Get, "/"), None);
        check(
            &["GET /hardcoded"],
            (Get, "//hardcoded"),
            Some(("GET /hardcoded", "")),
        );
    }

    #[test]
    fn an_empty_segment_is_no_parameter() {
        use MethodVerb::Get;
        check(&["GET /a/{b}/c"], (Get, "/a//c"), None);
    }

    #[test]
    fn resources_that_contradict_each_other_are_refused() {
        let mut routes = Routes::default();
        routes.insert("/a/{b}", MethodVerb::Get, 1).unwrap();
        for (template, verb, expected) in [
            (
                "/a/{c}",
                MethodVerb::Get,
                Conflict::ParameterName("/a/{c}".into()),
            ),
            (
                "/{a+}/b",
                MethodVerb::Get,
                Conflict::AfterGreedy("/{a+}/b".into()),
            ),
            (
                "/a/{b}",
                MethodVerb::Get,
                Conflict::Twice("GET /a/{b}".into()),
            ),
        ] {
            assert_eq!(routes.insert(template, verb, 2), Err(expected));
        }
    }

    /// The order of preference, spelled out: every template is tried, and of those that fit the
    /// one is taken whose segments are, from left to right, the more literal ones.
    fn naive(templates: &[String], verb: MethodVerb, path: &str) -> Option<(String, Vec<String>)> {
        let path = path.trim_start_matches('/');
        let path = path.strip_suffix('/').unwrap_or(path);
        let wanted: Vec<&str> = if path.is_empty() {
            Vec::new()
        } else {
            path.split('/').collect()
        };
        let mut fitting: Vec<(Vec<u8>, u8, String, Vec<String>)> = Vec::new();
        for template in templates {
            let (own, pattern) = template.split_once(' ').unwrap();
            let own: MethodVerb = own.parse().unwrap();
            if own != verb && own != MethodVerb::Any {
                continue;
            }
            let parts: Vec<&str> = pattern.split('/').filter(|p| !p.is_empty()).collect();
            if let Some((ranks, captured)) = fit(&parts, &wanted) {
                let by_verb = u8::from(own != verb);
                fitting.push((ranks, by_verb, template.clone(), captured));
            }
        }
        fitting.sort();
        fitting
            .into_iter()
            .next()
            .map(|(_, _, template, captured)| (template, captured))
    }

    fn fit(parts: &[&str], wanted: &[&str]) -> Option<(Vec<u8>, Vec<String>)> {
        let Some((part, parts)) = parts.split_first() else {
            return wanted.is_empty().then(|| (vec![0], Vec::new()));
        };
        let (segment, rest) = wanted.split_first()?;
        let (rank, capture) = if part.ends_with("+}") {
            let all = wanted.join("/");
            return (!all.is_empty()).then(|| (vec![2], vec![all]));
        } else if part.starts_with('{') {
            if segment.is_empty() {
                return None;
            }
            (1, Some((*segment).to_owned()))
        } else if part == segment {
            (0, None)
        } else {
            return None;
        };
        let (mut ranks, mut captured) = fit(parts, rest)?;
        ranks.insert(0, rank);
        if let Some(capture) = capture {
            captured.insert(0, capture);
        }
        Some((ranks, captured))
    }

    fn template() -> impl Strategy<Value = String> {
        let part = prop_oneof![Just("a"), Just("b"), Just("{p}")];
        let verb = prop_oneof![Just("GET"), Just("POST"), Just("ANY")];
        (
            verb,
            prop::collection::vec(part, 0..4),
            prop::bool::weighted(0.3),
        )
            .prop_map(|(verb, parts, greedy)| {
                let tail = if greedy { "/{rest+}" } else { "" };
                format!("{verb} /{}{tail}", parts.join("/")).replace("//", "/")
            })
    }

    proptest! {
        #[test]
        fn the_trie_agrees_with_the_naive_matcher(
            templates in prop::collection::btree_set(template(), 0..12),
            path in "(/[abc]?){0,5}",
            verb in prop_oneof![Just(MethodVerb::Get), Just(MethodVerb::Post)],
        ) {
            let templates: Vec<String> = templates.into_iter().collect();
            let borrowed: Vec<&str> = templates.iter().map(String::as_str).collect();
            let routes = routes(&borrowed);
            let found = find(&routes, verb, &path).map(|found| {
                let captured = found.parameters.iter().map(|(_, v)| (*v).to_owned()).collect();
                (found.target.clone(), captured)
            });
            prop_assert_eq!(found, naive(&templates, verb, &path));
        }
    }
}
