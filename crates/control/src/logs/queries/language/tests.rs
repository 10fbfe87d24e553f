//! Queries over a few events, with the first column of what they find.

use model::Timestamp;

use super::*;

fn event(at: i64, message: &str) -> Found {
    Found {
        id: at.to_string(),
        stream: "s".to_owned(),
        at: Timestamp::from_millis(at),
        ingested: Timestamp::from_millis(at),
        message: message.to_owned(),
    }
}

fn run(query: &str) -> Vec<Vec<(String, String)>> {
    let events = [
        event(1, "an ERROR | of sorts"),
        event(2, r#"{"level":"WARN","took":12,"a":{"b":"c"},"list":[5]}"#),
        event(3, r#"{"level":"INFO","took":7}"#),
        event(60_004, r#"{"level":"INFO","took":9,"ok":true}"#),
    ];
    let rows: Vec<Row<'_>> = events.iter().map(|event| Row::of(event, "1:g")).collect();
    let query = Query::parse(query).unwrap_or_else(|error| panic!("{query}: {error}"));
    query.run(&rows, None).unwrap()
}

/// The first field of every row.
#[track_caller]
fn check(query: &str, expected: &[&str]) {
    let found = run(query);
    let first = found
        .iter()
        .map(|row| row.first().map_or("-", |(_, value)| value.as_str()));
    assert_eq!(first.collect::<Vec<_>>(), expected, "{query}");
}

/// The whole rows, as `name=value`.
#[track_caller]
fn check_rows(query: &str, expected: &[&str]) {
    let found = run(query).into_iter().map(|row| {
        let pairs = row.iter().map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join(" ")
    });
    assert_eq!(found.collect::<Vec<_>>(), expected, "{query}");
}

#[test]
fn events_are_filtered_sorted_and_shown() {
    check(
        "fields level | filter took > 5 | sort took asc",
        &["INFO", "INFO", "WARN"],
    );
    check(
        "fields took | filter level = \"WARN\" or level = 'INFO' | sort @timestamp desc, took",
        &["9", "7", "12"],
    );
    check(
        "fields a.b | filter level != \"INFO\" and a.b = 'c'",
        &["c"],
    );
    check(
        "fields @timestamp | filter @message like /ERR.R \\|/ ",
        &["1970-01-01 00:00:00.001"],
    );
    check(
        "fields level | filter @message not like \"ERROR\" | limit 1",
        &["INFO"],
    );
    check("filter level =~ /^W/ | display level", &["WARN"]);
    check(
        "filter not (level in ['INFO', \"WARN\"]) | display @message",
        &["an ERROR | of sorts"],
    );
    check("filter ok = 1 | display list.0, took", &["9"]);
    check("filter list.0 = 5 | display list.0", &["5"]);
    check(
        "",
        &[
            "1970-01-01 00:01:00.004",
            "1970-01-01 00:00:00.003",
            "1970-01-01 00:00:00.002",
            "1970-01-01 00:00:00.001",
        ],
    );
}

#[test]
fn expressions_compute_and_have_names() {
    check_rows(
        "fields took * 2 + 1 as more, strlen(level) | filter took = 12",
        &["more=25 strlen(level)=4 @ptr=2"],
    );
    check(
        "fields concat(toupper(a.b), '-', took) as x | filter ispresent(a)",
        &["C-12"],
    );
    check(
        "fields coalesce(nothing, level, 'none') as x | sort took",
        &["none", "INFO", "INFO", "WARN"],
    );
    check(
        "fields substr(level, 1, 2) as x | filter level = 'WARN'",
        &["AR"],
    );
    check(
        "fields replace(@message, 'ERROR', 'E') as x | filter strcontains(@message, 'of')",
        &["an E | of sorts"],
    );
    check(
        "fields abs(0 - took) / 4 as x | filter took = 9 # a remark",
        &["2.25"],
    );
    check(
        "fields datefloor(@timestamp, 1m) as x | limit 1",
        &["1970-01-01 00:01:00.000"],
    );
    check(
        "fields `level` as x | filter isempty(nothing) and took <= 7",
        &["INFO"],
    );
}

#[test]
fn events_are_counted_and_added_up() {
    check_rows(
        "stats count(*) as many, sum(took), avg(took), max(took) as most, pct(took, 50) as p",
        &["many=4 sum(took)=28 avg(took)=9.3333 most=12 p=9"],
    );
    check_rows(
        "filter ispresent(level) | stats count(*) as many, count_distinct(took) by level | sort many desc",
        &[
            "level=INFO many=2 count_distinct(took)=2",
            "level=WARN many=1 count_distinct(took)=1",
        ],
    );
    check_rows(
        "stats min(took), latest(level) as last by bin(1m)",
        &[
            "bin(1m)=1970-01-01 00:01:00.000 min(took)=9 last=INFO",
            "bin(1m)=1970-01-01 00:00:00.000 min(took)=7 last=INFO",
        ],
    );
    check_rows(
        "filter level = 'none' | stats count(*), sum(took)",
        &["count(*)=0"],
    );
}

#[test]
fn fields_are_parsed_out_of_texts_and_doubles_left_out() {
    check_rows(
        "parse 'an * | of *' as what, rest | filter ispresent(what)",
        &["what=ERROR rest=sorts @ptr=1"],
    );
    check_rows(
        "parse @message /\"took\":(?<t>\\d+)/ | stats sum(t) as total",
        &["total=28"],
    );
    check(
        "filter ispresent(level) | display took | dedup level",
        &["9", "12"],
    );
}

#[test]
fn what_is_not_served_is_refused_by_name() {
    for (query, named) in [
        ("pattern @message", "pattern"),
        ("fields jsonParse(@message)", "jsonParse"),
        ("stats variance(took)", "variance"),
        ("stats sum(took)/count(*)", "/count(*)"),
        ("parse @message 'x *' as y, z", "a name for each star"),
        ("parse @message /x/", "groups with names"),
        ("fields bin(often)", "a period"),
        ("limit many", "limit"),
        ("filter level", ""),
        ("filter level =", "ends too early"),
        ("filter level = \"open", "not closed"),
        ("filter level = 1 level = 2", "level = 2"),
        ("fields strlen()", "takes other arguments"),
    ] {
        let said = match Query::parse(query) {
            Ok(_) => String::new(),
            Err(error) => error.to_string(),
        };
        assert!(
            said.contains(named) && said.is_empty() == named.is_empty(),
            "{query}: {said}"
        );
    }
    let deep = format!("filter {}1{}", "(".repeat(100), ")".repeat(100));
    assert!(Query::parse(&deep).is_err());
}

#[track_caller]
fn check_refused(query: &str, why: &str) {
    let events = [event(1, &"a".repeat(100_000)), event(2, "b")];
    let rows: Vec<Row<'_>> = events.iter().map(|event| Row::of(event, "1:g")).collect();
    let outcome = Query::parse(query).and_then(|query| query.run(&rows, None));
    let refused = outcome.unwrap_err().to_string();
    assert!(refused.contains(why), "{refused}");
}

#[test]
fn what_would_take_the_stack_or_the_memory_is_refused() {
    let deep = "nested too deeply";
    check_refused(&format!("fields {}1", "-".repeat(9_000)), deep);
    check_refused(&format!("filter {}ok", "not ".repeat(2_000)), deep);
    let long = "too many operators";
    check_refused(&format!("fields 1{}", "+1".repeat(4_900)), long);
    check_refused(&format!("fields 1{}", "*1".repeat(4_900)), long);
    check_refused(&format!("filter a{}", " or a".repeat(1_900)), long);
    check_refused(&format!("filter a{}", " and a".repeat(1_600)), long);
    let doubling: Vec<String> = (0..200)
        .map(|n| format!("fields concat(a{n}, a{n}) as a{}", n + 1))
        .collect();
    let query = format!("fields @message as a0 | {}", doubling.join(" | "));
    check(&format!("{query} | display a200"), &["", "", "", ""]);
    let copies: Vec<String> = (0..900).map(|n| format!("@message as a{n}")).collect();
    check_refused(&format!("fields {}", copies.join(", ")), "too large");
    let copies = "parse @message \"*\" as a | ".repeat(2_000);
    check_refused(&format!("{copies} limit 5"), "too large");
}

#[test]
fn a_text_that_would_be_too_long_is_missing() {
    let long = event(1, &"a".repeat(100_000));
    let rows = [Row::of(&long, "1:g")];
    for query in [
        "fields replace(@message, 'a', @message) as x",
        "fields replace(@message, '', @message) as x",
        "fields concat(@message, @message, @message, @message, @message, @message, @message, \
         @message, @message, @message, @message) as x",
    ] {
        let found = Query::parse(query).unwrap().run(&rows, None).unwrap();
        let names: Vec<&str> = found[0].iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["@ptr"], "{query}");
    }
}

#[test]
fn values_of_all_kinds_are_sorted_without_a_panic() {
    let mixed: Vec<Found> = (0..200)
        .map(|n| match n % 4 {
            0 => event(n, &format!(r#"{{"v":{n}}}"#)),
            1 => event(n, &format!(r#"{{"v":"{n}a"}}"#)),
            2 => event(n, &format!(r#"{{"v":"{n}"}}"#)),
            _ => event(n, "no value"),
        })
        .collect();
    let rows: Vec<Row<'_>> = mixed.iter().map(|event| Row::of(event, "1:g")).collect();
    for query in ["sort v", "stats min(v), max(v)", "sort v desc, @timestamp"] {
        let found = Query::parse(query).unwrap().run(&rows, None);
        assert!(found.is_ok(), "{query}");
    }
}
