//! The life of processes: side by side, ended in time, never left behind.

use std::sync::Arc;
use std::time::{Duration, Instant};

use lambda::{InvokeError, Throttle};

use crate::fixture::{Fixture, Handler};
use crate::{ECHO, check_answer};

#[tokio::test(flavor = "multi_thread")]
async fn nothing_stays_behind_and_nothing_of_the_host_is_seen() {
    let fixture = Fixture::new();
    let secret = fixture.host_file("secret");
    let code = format!(
        "\
import os
def handler(event, context):
    if os.fork() == 0:
        import time
        time.sleep(600)
    try:
        open({secret:?}).read()
        return 'read'
    except OSError:
        pass
    try:
        open('/var/task/new', 'w')
        return 'wrote'
    except OSError:
        return 'kept out'
"
    );
    fixture.function(Handler::python("f", &code));
    let outcome = fixture.invoke("f", "{}").await.unwrap();
    if fixture.is_isolated() {
        check_answer(&outcome, &serde_json::json!("kept out"));
    }
    fixture.lambda.drain(Duration::from_secs(5)).await;
    fixture.no_child_is_left().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn calls_run_side_by_side_and_reserved_concurrency_bounds_them() {
    let fixture = Arc::new(Fixture::new());
    let code = "import time\ndef handler(e, c):\n    time.sleep(0.5)\n    return 1\n";
    fixture.function(Handler::python("f", code).reserved(2));
    let calls = (0..6).map(|_| {
        let fixture = Arc::clone(&fixture);
        tokio::spawn(async move { fixture.invoke("f", "{}").await })
    });
    let mut answered = 0;
    let mut throttled = 0;
    for call in calls.collect::<Vec<_>>() {
        match call.await.unwrap() {
            Ok(_) => answered += 1,
            Err(InvokeError::Throttled(Throttle::Reserved)) => throttled += 1,
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!((answered, throttled), (2, 4));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_that_ends_between_calls_costs_no_call() {
    let fixture = Fixture::new();
    let code = "\
import os, threading
def handler(event, context):
    threading.Timer(0.05, os._exit, (1,)).start()
";
    fixture.function(Handler::python("f", code));
    for _ in 0..4 {
        check_answer(
            &fixture.invoke("f", "{}").await.unwrap(),
            &serde_json::Value::Null,
        );
        fixture.no_child_is_left().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn functions_that_hang_at_their_start_hold_up_no_other() {
    let fixture = Arc::new(Fixture::new());
    fixture.function(Handler::python("hang", "import time\ntime.sleep(60)\n").timeout(1));
    fixture.function(Handler::python("f", ECHO));
    let hanging = (0..24).map(|_| {
        let fixture = Arc::clone(&fixture);
        tokio::spawn(async move { fixture.invoke("hang", "{}").await })
    });
    let hanging: Vec<_> = hanging.collect();
    tokio::task::yield_now().await;
    let began = Instant::now();
    check_answer(
        &fixture.invoke("f", "1").await.unwrap(),
        &serde_json::json!(1),
    );
    assert!(
        began.elapsed() < Duration::from_secs(9),
        "{:?}",
        began.elapsed()
    );
    fixture.lambda.drain(Duration::ZERO).await;
    for call in hanging {
        assert!(matches!(call.await.unwrap(), Err(InvokeError::Draining)));
    }
    fixture.no_child_is_left().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn functions_run_without_walls_too() {
    let fixture = Fixture::isolated(sandbox::Isolation::Off);
    let code = "\
import os, tempfile
def handler(event, context):
    with tempfile.NamedTemporaryFile() as file:
        return [os.path.dirname(file.name) == os.environ.get('TMPDIR'), event]
";
    fixture.function(Handler::python("f", code));
    check_answer(
        &fixture.invoke("f", "{}").await.unwrap(),
        &serde_json::json!([true, {}]),
    );
    fixture.lambda.drain(Duration::from_secs(5)).await;
    assert_eq!(fixture.temporary_folders(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shutdown_lets_a_running_event_end_and_begins_no_other_try() {
    let fixture = Fixture::new();
    let code = "import time\ndef handler(e, c):\n    time.sleep(0.5)\n    raise ValueError('no')\n";
    fixture.function(Handler::python("f", code));
    fixture.enqueue("f", "{}").await.unwrap();
    fixture.lambda.drain(Duration::from_secs(20)).await;
    let batches = fixture.logged();
    let events = batches.iter().flat_map(|batch| &batch.events);
    let ended = events.filter(|event| event.message.starts_with("END RequestId"));
    assert_eq!(ended.count(), 1);
}
