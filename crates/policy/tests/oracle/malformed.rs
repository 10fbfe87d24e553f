//! Documents that must be refused whole: half of a policy may be more than what was meant.

use policy::{Kind, Policy};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    page: String,
    kinds: Vec<String>,
    document: String,
}

fn kind(name: &str) -> Kind {
    match name {
        "identity" => Kind::Identity,
        "managed" => Kind::Managed,
        "resource" => Kind::Resource,
        "trust" => Kind::Trust,
        other => panic!("there is no kind {other}"),
    }
}

#[test]
fn malformed_documents_never_become_policies() {
    let rows: Vec<Row> = serde_json::from_str(include_str!("../corpus/malformed.json")).unwrap();
    let mut taken = Vec::new();
    let mut count = 0;
    for row in &rows {
        for name in &row.kinds {
            count += 1;
            if Policy::parse(&row.document, kind(name)).is_ok() {
                taken.push(format!(
                    "{name}: {} ({})\n  {}",
                    row.name, row.page, row.document
                ));
            }
        }
    }
    println!("{count} malformed documents");
    assert!(count >= 150, "the rows have shrunk");
    assert!(
        taken.is_empty(),
        "taken all the same:\n{}",
        taken.join("\n")
    );
}
