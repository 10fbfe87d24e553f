//! What a step makes of a text, to the letter.

use serde_json::json;

use super::super::apply::applied;
use super::super::{At, Step};
use super::{Json, Page};

fn at(path: &[&str]) -> At {
    At {
        file: 0,
        place: None,
        path: path.iter().map(|&step| step.to_owned()).collect(),
    }
}

#[track_caller]
fn check(text: &str, step: &Step, expected: &str) {
    let edits = Page::new(text).edits(step).unwrap();
    let (after, _) = applied(text, &[edits]);
    assert_eq!(after, expected);
    document::read_template(after.as_bytes()).unwrap();
}

#[track_caller]
fn refused(text: &str, step: &Step) {
    assert_eq!(Page::new(text).edits(step), None);
}

#[test]
fn a_value_becomes_another_where_it_stands() {
    let set = |value: Json| Step::set(at(&["A", "b"]), value);
    check(
        "A:\n  b: old # why\n",
        &set(json!("new")),
        "A:\n  b: new # why\n",
    );
    check("A: {b: 'old'}", &set(json!("new")), "A: {b: 'new'}");
    check(
        r#"{"A": {"b": "old"}}"#,
        &set(json!("new")),
        r#"{"A": {"b": "new"}}"#,
    );
    check(
        "A:\n  b: !Sub old # why\n",
        &set(json!({ "Ref": "X" })),
        "A:\n  b: !Ref X # why\n",
    );
    check(
        "A:\n  b: !Join\n    - ''\n    - [a]\n  c: 1\n",
        &set(json!({ "Fn::Sub": "${X}" })),
        "A:\n  b: !Sub '${X}'\n  c: 1\n",
    );
    check(
        r#"{"A": {"b": {"Fn::Join": ["", []]}}}"#,
        &set(json!({ "Ref": "X" })),
        r#"{"A": {"b": {"Ref": "X"}}}"#,
    );
}

#[test]
fn a_member_that_is_missing_is_put_behind_the_others() {
    let set = Step::set(at(&["A", "b", "c"]), json!("new"));
    check(
        "A:\n  x: 1 # why\n\n# then\nB: 2\n",
        &set,
        "A:\n  x: 1 # why\n  b:\n    c: new\n\n# then\nB: 2\n",
    );
    check("A: {x: 1}\n", &set, "A: {x: 1, b: {c: new}}\n");
    check("A: {}\n", &set, "A: {b: {c: new}}\n");
    check(
        "A:\n  x: |\n    several\n    lines\n\nB: 2\n",
        &set,
        "A:\n  x: |\n    several\n    lines\n  b:\n    c: new\n\nB: 2\n",
    );
    check(
        "{\n  \"A\": {\n    \"x\": 1\n  }\n}\n",
        &set,
        "{\n  \"A\": {\n    \"x\": 1,\n    \"b\": {\n      \"c\": \"new\"\n    }\n  }\n}\n",
    );
    check(
        r#"{"A": {"x": 1}}"#,
        &set,
        r#"{"A": {"x": 1, "b": {"c": "new"}}}"#,
    );
    refused("A: !Ref B\n", &set);
    refused("A: [1]\n", &Step::set(at(&["A", "b"]), json!(1)));
}

#[test]
fn a_new_member_takes_a_name_that_is_free() {
    let add = Step::Add {
        at: at(&["A"]),
        name: "X".to_owned(),
        value: json!({ "Type": "T" }),
    };
    check("A:\n  X: 1", &add, "A:\n  X: 1\n  X2:\n    Type: T");
}

#[test]
fn an_item_is_put_behind_the_others() {
    let append = Step::Append {
        at: at(&["A"]),
        value: json!({ "b": 1, "c": "d" }),
    };
    check(
        "A:\n- x: 1\n  y: 2\nB: 1\n",
        &append,
        "A:\n- x: 1\n  y: 2\n- b: 1\n  c: d\nB: 1\n",
    );
    check("A: [{x: 1}]\n", &append, "A: [{x: 1}, {b: 1, c: d}]\n");
    check("A: {x: 1}\n", &append, "A: [{x: 1}, {b: 1, c: d}]\n");
    check("B: 1\n", &append, "B: 1\nA:\n  - b: 1\n    c: d\n");
    check(r#"{"A": []}"#, &append, r#"{"A": [{"b": 1, "c": "d"}]}"#);
    refused("A:\n  x: 1\n", &append);
}

#[test]
fn a_part_of_a_text_becomes_another() {
    let reword = Step::Reword {
        at: at(&["A"]),
        from: "/POST/p".to_owned(),
        to: "/GET/p".to_owned(),
        otherwise: json!({ "Fn::Sub": "all" }),
    };
    check(
        "A: !Sub x:${Api}/*/POST/p # why\n",
        &reword,
        "A: !Sub x:${Api}/*/GET/p # why\n",
    );
    check("A: !Join ['', [a]]\n", &reword, "A: !Sub 'all'\n");
    check("A: /POST/p/POST/p\n", &reword, "A: !Sub 'all'\n");
    check(
        r#"{"A": {"Fn::Sub": "x/POST/p"}}"#,
        &reword,
        r#"{"A": {"Fn::Sub": "x/GET/p"}}"#,
    );
    let extend = Step::Extend {
        at: at(&["A"]),
        suffix: "/more".to_owned(),
        otherwise: json!("all"),
    };
    check("A: !Sub 'x'\n", &extend, "A: !Sub 'x/more'\n");
    check("A: x # why\n", &extend, "A: x/more # why\n");
    check("A: !GetAtt B.Arn\n", &extend, "A: all\n");
}

#[test]
fn what_goes_leaves_no_trace() {
    let remove = |path: &[&str]| Step::remove(at(path));
    check(
        "A:\n  x:\n    y: 1\n\n  z: 2\n",
        &remove(&["A", "x"]),
        "A:\n\n  z: 2\n",
    );
    check("A:\n- x\n- y\n", &remove(&["A", "1"]), "A:\n- x\n");
    check("A: [x, !Ref y, z]\n", &remove(&["A", "1"]), "A: [x, z]\n");
    check("A: {x: 1, y: 2}\n", &remove(&["A", "y"]), "A: {x: 1}\n");
    check(
        "{\n  \"x\": 1,\n  \"y\": 2\n}\n",
        &remove(&["x"]),
        "{\n  \"y\": 2\n}\n",
    );
    check("A: 1\n", &remove(&["B"]), "A: 1\n");
    refused("A: [x]\n", &remove(&["A", "0"]));
    refused("A:\n- x: 1\n  y: 2\n", &remove(&["A", "0", "x"]));
}

#[test]
fn the_head_of_a_document_takes_another_member() {
    let head = Step::Head {
        file: 0,
        name: "T".to_owned(),
        value: json!("v"),
    };
    check("# why\nA: 1\n", &head, "# why\nT: v\nA: 1\n");
    check(
        "{\n  \"A\": 1\n}\n",
        &head,
        "{\n  \"T\": \"v\",\n  \"A\": 1\n}\n",
    );
}
