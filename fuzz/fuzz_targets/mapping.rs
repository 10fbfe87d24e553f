//! Templates, paths, patterns and parameter mappings are strangers' text: whatever they hold, the
//! answer is a value or an error, within the limits of the room.
#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use mapping::jsonpath::Path;
use mapping::parameters::{RequestDestination, Side, Source};
use mapping::pattern::JavaPattern;
use mapping::{Input, Params, Scope, Template};

fuzz_target!(|input: (&str, &str)| {
    let (source, body) = input;
    render(source, body);
    if let (Ok(path), Ok(document)) = (Path::parse(source), serde_json::from_str(body)) {
        let _ = path.find(&document);
    }
    if let Ok(pattern) = JavaPattern::parse(source) {
        let _ = pattern.is_match_whole(body);
    }
    let _ = RequestDestination::parse(source);
    for side in [Side::IntegrationRequest, Side::IntegrationResponse, Side::GatewayResponse] {
        let _ = Source::parse(side, source);
    }
});

fn render(source: &str, body: &str) {
    let Ok(template) = Template::parse(source) else {
        return;
    };
    let (params, stage_variables) = (Params::default(), BTreeMap::new());
    let context = serde_json::json!({"requestId": "r", "identity": {"sourceIp": "127.0.0.1"}});
    let input = Input { body, params: &params };
    let scope = Scope { input, context: &context, stage_variables: &stage_variables };
    if let Ok(rendered) = template.render(&scope) {
        assert!(rendered.text.len() <= 16 << 20);
    }
}
