//! What a function leaves in its log.

use crate::check_answer;
use crate::fixture::{Fixture, Handler};

#[tokio::test(flavor = "multi_thread")]
async fn the_log_has_the_platforms_lines_around_what_was_printed() {
    let fixture = Fixture::new();
    fixture.function(Handler::python(
        "f",
        "def handler(e, c):\n    print('hello')\n",
    ));
    let outcome = fixture.invoke("f", "{}").await.unwrap();
    let tail = outcome.log_tail.unwrap();
    let id = &outcome.request_id;
    for part in [
        format!("START RequestId: {id} Version: $LATEST\n"),
        "hello\n".to_owned(),
        format!("END RequestId: {id}\nREPORT RequestId: {id}\tDuration: "),
    ] {
        assert!(tail.contains(&part), "{tail}");
    }
    let batches = fixture.logged();
    assert_eq!(batches[0].group, "/aws/lambda/f");
    assert!(
        batches[0].stream.contains("/[$LATEST]"),
        "{}",
        batches[0].stream
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_function_may_print_more_than_is_held() {
    let fixture = Fixture::new();
    let code = "\
def handler(event, context):
    for number in range(40000):
        print('%0100d' % number)
    return 'done'
";
    fixture.function(Handler::python("f", code).timeout(60));
    let outcome = fixture.invoke("f", "{}").await.unwrap();
    check_answer(&outcome, &serde_json::json!("done"));
    let batches = fixture.logged();
    assert!(batches.len() > 3, "{} batches", batches.len());
    let events = batches.iter().flat_map(|batch| &batch.events);
    let printed: Vec<&str> = events
        .map(|event| event.message.as_str())
        .filter(|message| message.starts_with('0'))
        .collect();
    assert_eq!(printed.len(), 40000);
    assert!(printed.is_sorted(), "batches keep their order");
    let tail = outcome.log_tail.unwrap();
    assert!(tail.contains("39999\nEND RequestId"), "{tail}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_printed_between_calls_holds_nobody_up() {
    let fixture = Fixture::new();
    let code = "\
import threading
def talk():
    for _ in range(5000):
        print('x' * 99)
threads = []
def handler(event, context):
    if not threads:
        threads.append(threading.Thread(target=talk))
        threads[0].start()
    elif event.get('wait'):
        threads[0].join()
    return 'here'
";
    fixture.function(Handler::python("f", code));
    for event in ["{}", "{}", r#"{"wait":true}"#] {
        let outcome = fixture.invoke("f", event).await.unwrap();
        check_answer(&outcome, &serde_json::json!("here"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn json_logs_hold_the_platforms_records_of_the_wanted_level() {
    let fixture = Fixture::new();
    let code = "def handler(e, c):\n    if e.get('fail'):\n        raise ValueError('no')\n";
    for (name, level, event, expected) in [
        (
            "all",
            None,
            "{}",
            &["platform.initStart", "platform.start", "platform.report"][..],
        ),
        ("few", Some("WARN"), "{}", &[]),
        (
            "failed",
            Some("WARN"),
            r#"{"fail":1}"#,
            &["platform.report"],
        ),
    ] {
        let before = fixture.logged().len();
        fixture.function(Handler::python(name, code).json_logs(None, level));
        fixture.invoke(name, event).await.unwrap();
        let batches = fixture.logged().split_off(before);
        let events = batches.iter().flat_map(|batch| &batch.events);
        let records = events.filter_map(|event| {
            let record: serde_json::Value = serde_json::from_str(&event.message).unwrap();
            record["type"].as_str().map(str::to_owned)
        });
        assert_eq!(records.collect::<Vec<_>>(), expected);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_console_logs_as_on_aws() {
    let fixture = Fixture::new();
    let code = "\
exports.handler = async () => {
  console.log('one\\ntwo %d', 2, { a: [1] });
  console.debug('fine');
  console.error(new TypeError('no'));
  console.warn('x', new RangeError('far'));
  console.info({ structured: true });
};
";
    fixture.function(Handler::node("text", code));
    let outcome = fixture.invoke("text", "{}").await.unwrap();
    let batches = fixture.logged();
    let id = &outcome.request_id;
    let lines = batches.iter().flat_map(|batch| &batch.events);
    let lines: Vec<&str> = lines
        .filter(|event| !event.message.starts_with("INIT_START"))
        .filter_map(|event| event.message.split_once('\t'))
        .map(|(_, rest)| rest)
        .collect();
    assert_eq!(lines[0], format!("{id}\tINFO\tone\ntwo 2 {{ a: [ 1 ] }}\n"));
    assert_eq!(lines[1], format!("{id}\tDEBUG\tfine\n"));
    assert!(
        lines[2].starts_with(&format!("{id}\tERROR\tTypeError: no\n    at ")),
        "{}",
        lines[2]
    );

    fixture.function(Handler::node("json", code).json_logs(Some("INFO"), Some("WARN")));
    let before = fixture.logged().len();
    fixture.invoke("json", "{}").await.unwrap();
    let batches = fixture.logged().split_off(before);
    let lines = batches.iter().flat_map(|batch| &batch.events);
    let lines: Vec<serde_json::Value> = lines
        .map(|event| serde_json::from_str(&event.message).unwrap())
        .collect();
    let shown: Vec<_> = lines
        .iter()
        .map(|line| (&line["level"], &line["message"], &line["errorType"]))
        .collect();
    let (null, text) = (serde_json::Value::Null, serde_json::Value::from);
    assert_eq!(
        shown[0],
        (&text("INFO"), &text("one\ntwo 2 { a: [ 1 ] }"), &null)
    );
    assert_eq!(lines[1]["message"]["errorType"], "TypeError");
    assert_eq!(
        (shown[2].0, shown[2].2),
        (&text("WARN"), &text("RangeError"))
    );
    assert_eq!(
        lines[3]["message"],
        serde_json::json!({ "structured": true })
    );
    assert_eq!(lines.len(), 4, "debug is below the level");
}
