//! Rows for JSONPath: a path, a document, what Jayway finds.

use serde_json::json;

use super::*;

/// Rows are what Jayway's library answers; `None` is its `PathNotFoundException`.
#[expect(
    clippy::needless_pass_by_value,
    reason = "rows write their value in place"
)]
fn check(path: &str, expected: Option<Value>) {
    let document = json!({
        "store": {"book": [
            {"title": "A", "price": 8.95, "tags": ["x"]},
            {"title": "B", "price": 12, "isbn": "0-1"},
            {"title": "C", "price": 22.99, "isbn": "0-2"}
        ], "foo-bar": 1},
        "n": null, "a b": 2, "limit": 10
    });
    let parsed = Path::parse(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let found = match parsed.find(&document) {
        Ok(Found::One(value)) => Some(value.into_owned()),
        Ok(Found::Many(values)) => Some(Value::Array(values.into_iter().cloned().collect())),
        Err(PathError::NotFound) => None,
        Err(error) => panic!("{path}: {error}"),
    };
    assert_eq!(found, expected, "{path}");
}

#[test]
fn a_definite_path_gives_one_value_or_none() {
    check("$.store.book[0].title", Some(json!("A")));
    check("$['store']['foo-bar']", Some(json!(1)));
    check("$.store.foo-bar", Some(json!(1)));
    check("store.foo-bar", Some(json!(1)));
    check("$['a b']", Some(json!(2)));
    check("$.n", Some(json!(null)));
    check("$.missing", None);
    check("$.n.x", None);
    check("$.store.book[-1].title", Some(json!("C")));
    check("$.store.book[7]", None);
    check(
        "$.store.book[1]['title','price']",
        Some(json!({"title": "B", "price": 12})),
    );
}

#[test]
fn any_other_path_gives_a_list() {
    check("$.store.book[*].title", Some(json!(["A", "B", "C"])));
    check("$.store.book[0,2].title", Some(json!(["A", "C"])));
    check("$.store.book[1:].title", Some(json!(["B", "C"])));
    check("$.store.book[:-1].title", Some(json!(["A", "B"])));
    check("$.store.book[-2:].title", Some(json!(["B", "C"])));
    check("$..title", Some(json!(["A", "B", "C"])));
    check("$..book[0].title", Some(json!(["A"])));
    check("$..nothing", Some(json!([])));
    check("$.store.book.*.isbn", Some(json!(["0-1", "0-2"])));
}

#[test]
fn filters_compare_match_and_combine() {
    check("$.store.book[?(@.price < 10)].title", Some(json!(["A"])));
    check("$.store.book[?(@.isbn)].title", Some(json!(["B", "C"])));
    check("$.store.book[?(!(@.isbn))].title", Some(json!(["A"])));
    check(
        "$.store.book[?(@.title == 'A' || @.price > 20)].title",
        Some(json!(["A", "C"])),
    );
    check(
        "$.store.book[?(@.isbn && @.price < 20)].title",
        Some(json!(["B"])),
    );
    check("$.store.book[?(@.title =~ /b/i)].price", Some(json!([12])));
    check(
        "$.store.book[?(@.title in ['A','C'])].title",
        Some(json!(["A", "C"])),
    );
    check(
        "$.store.book[?(@.title nin ['A','C'])].title",
        Some(json!(["B"])),
    );
    check(
        "$.store.book[?(@.price > $.limit)].title",
        Some(json!(["B", "C"])),
    );
    check("$.store.book[?(@.tags size 1)].title", Some(json!(["A"])));
    check(
        "$.store.book[?(@['title']=='C')].price",
        Some(json!([22.99])),
    );
}

#[test]
fn functions_end_a_path() {
    check("$.store.book.length()", Some(json!(3)));
    check("$.store.book[*].price.max()", Some(json!(22.99)));
}

#[test]
fn a_path_that_is_none_is_refused() {
    for path in [
        "",
        "$.",
        "$[",
        "$['a'",
        "$.a[?(@.b == )]",
        "$[?(1)]",
        "$.a b",
        "$[x]",
    ] {
        assert!(
            matches!(Path::parse(path), Err(PathError::Syntax { .. })),
            "{path}"
        );
    }
}

#[test]
fn nesting_is_bounded() {
    let path = format!("$[?({}@.a{})]", "(".repeat(500), ")".repeat(500));
    assert!(Path::parse(&path).is_err());
}
