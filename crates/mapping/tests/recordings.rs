//! AWS's recorded renderings of mapping templates. The recordings are not part of this
//! repository: without them the test says so and passes.
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test may end in a panic"
)]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use mapping::{Input, Params, Scope, Template};
use serde_json::{Value, json};

fn recordings() -> Option<Vec<Value>> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/conformance");
    let folder = std::env::var_os("PORTCULLIS_CONFORMANCE").unwrap_or_else(|| default.into());
    let file = PathBuf::from(folder).join("aws-recordings/mapping_templates.json");
    let text = std::fs::read_to_string(file).ok()?;
    Some(serde_json::from_str(&text).expect("the recordings are JSON"))
}

/// The recorded templates ran as the response template of a MOCK integration, whose request
/// template handed the body over in an override. Each variable came from that body.
fn render(template: &str, variables: &Value) -> Result<String, String> {
    let variables = if variables.is_object() {
        variables.clone()
    } else {
        json!({})
    };
    let mut source = String::from(
        "#set($body = $context.requestOverride.path.body)\n#set($bodyJSON = $util.parseJson($body)) ",
    );
    for name in variables
        .as_object()
        .into_iter()
        .flat_map(|object| object.keys())
    {
        write!(source, "#set(${name} = $bodyJSON.{name}) ").unwrap();
    }
    let source = source.trim_end_matches(' ').to_owned() + "\n" + template;
    let params = Params::default();
    let stage_variables = BTreeMap::new();
    let render = |source: &str, body: &str, context: &Value| {
        let input = Input {
            body,
            params: &params,
        };
        let scope = Scope {
            input,
            context,
            stage_variables: &stage_variables,
        };
        let parsed = Template::parse(source).map_err(|error| error.to_string())?;
        parsed.render(&scope).map_err(|error| error.to_string())
    };
    let request = "#set($context.requestOverride.path.body = $input.body)";
    let handed = render(request, &variables.to_string(), &json!({}))?;
    let context = json!({"requestOverride": handed.request_override});
    Ok(render(&source, "", &context)?.text)
}

#[test]
fn every_recorded_template_renders_as_on_aws() {
    let Some(recordings) = recordings() else {
        println!("skipped: AWS's recordings are not here (PORTCULLIS_CONFORMANCE)");
        return;
    };
    let mut differences = String::new();
    for recording in &recordings {
        let template = recording["template"].as_str().expect("a template");
        let expected = match &recording["aws"] {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let rendered = render(template, &recording["context"]);
        // The recorder folded the blanks of this one before it wrote the result down.
        let folded = recording["name"] == "test_put_null_in_map#1";
        let rendered = rendered.map(|text| if folded { fold(&text) } else { text });
        if rendered.as_deref() != Ok(expected.as_str()) {
            let name = &recording["name"];
            writeln!(differences, "{name}: {rendered:?} instead of {expected:?}").unwrap();
        }
    }
    assert_eq!(recordings.len(), 117);
    assert!(differences.is_empty(), "{differences}");
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
