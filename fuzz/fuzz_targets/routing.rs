//! No templates and no path make the router panic; what it finds is a route that was put in, and
//! what it captures stands in the path.
#![no_main]

use gateway::routing::{self, Routes};
use libfuzzer_sys::fuzz_target;
use model::MethodVerb;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    // The first line is the path, every other one a template.
    let mut lines = text.lines();
    let path = lines.next().unwrap_or_default();
    let mut routes = Routes::default();
    for template in lines.take(64) {
        // Templates that contradict each other are refused, which is fine.
        let _refused = routes.insert(template, MethodVerb::Any, template.to_owned());
    }
    if let Some(found) = routing::find(&routes, MethodVerb::Get, path) {
        assert!(text.contains(found.target.as_str()));
        for (name, value) in &found.parameters {
            assert!(!value.is_empty() && path.contains(value));
            assert!(found.target.contains(&**name));
        }
    }
});
