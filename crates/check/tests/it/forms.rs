//! Snapshots of the forms of the result, and what their readers demand of them.

use crate::corpus::checked;

#[test]
fn the_text_is_what_a_person_reads() {
    let shown = [
        "cloudformation/wrong-method.yaml",
        "sam/preflight.yaml",
        "swagger/method.yaml",
        "cloudformation/ignored.yaml",
    ];
    let shown: Vec<String> = shown
        .iter()
        .map(|name| check::text(&checked(name)))
        .collect();
    insta::assert_snapshot!(shown.join("\n\n"));
}

#[test]
fn the_json_is_versioned() {
    insta::assert_snapshot!(format!(
        "{:#}",
        check::json(&checked("cloudformation/integration-method.yaml"))
    ));
}

#[test]
fn sarif_has_stable_rules_and_fingerprints() {
    let sarif = check::sarif(&checked("cloudformation/integration-method.yaml"));
    assert_eq!(sarif["version"], "2.1.0");
    let rules = sarif["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .unwrap();
    assert_eq!(rules.len(), check::RULES.len());
    let result = &sarif["runs"][0]["results"][0];
    let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!(rules[index]["id"], result["ruleId"]);
    insta::assert_snapshot!(format!("{:#}", sarif["runs"][0]["results"]));
}

#[test]
fn the_other_forms_are_what_their_places_take() {
    let one = checked("cloudformation/wrong-method.yaml");
    insta::assert_snapshot!("github", check::github(&one));
    insta::assert_snapshot!("junit", check::junit(&one));
    insta::assert_snapshot!("markdown", check::markdown(&one));
}

#[test]
fn a_fingerprint_stays_when_lines_move() {
    let name = "cloudformation/wrong-method.yaml";
    let text = std::fs::read_to_string(crate::corpus::folder().join(name)).unwrap();
    let print = |text: String| {
        let file = check::File {
            name: name.to_owned(),
            text,
        };
        let checked = check::check(vec![file], &check::Options::default(), &|_, _| None);
        checked.found[0].fingerprint(name)
    };
    assert_eq!(print(text.clone()), print(format!("# moved\n\n{text}")));
}

#[test]
fn nothing_in_a_document_reaches_a_terminal_as_a_command() {
    let file = check::File {
        name: "policy.json".to_owned(),
        text: "{\"Statement\": {\"Effect\": \"\u{1b}[31mAllow\", \"Action\": \"*\"}}".to_owned(),
    };
    let checked = check::check(vec![file], &check::Options::default(), &|_, _| None);
    assert!(!checked.found.is_empty());
    assert!(!check::text(&checked).contains('\u{1b}'));
}

#[test]
fn the_table_of_the_documentation_is_that_of_the_rules() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/check.md");
    let page = std::fs::read_to_string(page).unwrap();
    let rows: Vec<String> = check::all_rules()
        .map(|rule| {
            format!(
                "| {} | {} | {} | {} |",
                rule.id, rule.name, rule.severity, rule.summary
            )
        })
        .collect();
    let table = rows.join("\n");
    assert!(
        page.contains(&table),
        "the table of docs/check.md has to be:\n{table}"
    );
    let fixes: Vec<String> = check::all_rules()
        .map(|rule| format!("| {} | {} |", rule.id, rule.fix))
        .collect();
    let fixes = fixes.join("\n");
    assert!(
        page.contains(&fixes),
        "the table of fixes in docs/check.md has to be:\n{fixes}"
    );
}
