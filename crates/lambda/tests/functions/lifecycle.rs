//! How many environments there are, how long, and who gets one.

use std::sync::Arc;
use std::time::{Duration, Instant};

use lambda::{InvokeError, ProvisionedStatus, Throttle};
use model::Qualifier;
use serde_json::{Value, json};

use crate::fixture::{Fixture, Handler};
use crate::{ECHO, check_answer};

const COUNTS: &str =
    "count = 0\ndef handler(e, c):\n    global count\n    count += 1\n    return count\n";

#[tokio::test(flavor = "multi_thread")]
async fn where_nothing_is_kept_each_call_finds_a_cold_start() {
    let fixture = Fixture::always_cold();
    fixture.function(Handler::python("f", COUNTS));
    for _ in 0..3 {
        let outcome = fixture.invoke("f", "{}").await.unwrap();
        check_answer(&outcome, &json!(1));
        assert!(outcome.init_micros.is_some());
    }
    fixture.no_child_is_left().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn provisioned_environments_are_ready_before_anybody_calls() {
    let fixture = Fixture::new();
    let code =
        "import os\ndef handler(e, c):\n    return os.environ['AWS_LAMBDA_INITIALIZATION_TYPE']\n";
    fixture.function(Handler::python("f", code).provisioned(2));
    let arn = fixture.arn("f").with_qualifier(Some(Qualifier::Version(1)));
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        let now = fixture.lambda.provisioned(&arn).unwrap();
        if now.status == ProvisionedStatus::Ready {
            assert_eq!((now.requested, now.available), (2, 2));
            break;
        }
        assert!(Instant::now() < until, "{now:?}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let outcome = fixture.invoke_version("f", 1).await.unwrap();
    check_answer(&outcome, &json!("provisioned-concurrency"));
    assert_eq!(fixture.lambda.provisioned(&fixture.arn("f")), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_cannot_start_is_not_provisioned() {
    let fixture = Fixture::new();
    fixture.function(Handler::python("f", "import nowhere\n").provisioned(1));
    let arn = fixture.arn("f").with_qualifier(Some(Qualifier::Version(1)));
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        let now = fixture.lambda.provisioned(&arn).unwrap();
        if now.status == ProvisionedStatus::Failed {
            assert_eq!(now.reason.as_deref(), Some("FUNCTION_ERROR_INIT_FAILURE"));
            break;
        }
        assert!(Instant::now() < until, "{now:?}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// The answers of many calls at once, in any order.
async fn burst(
    fixture: &Arc<Fixture>,
    name: &'static str,
    calls: usize,
) -> Vec<Result<Value, InvokeError>> {
    let calls: Vec<_> = (0..calls)
        .map(|number| {
            let fixture = Arc::clone(fixture);
            tokio::spawn(async move {
                let outcome = fixture.invoke(name, &number.to_string()).await?;
                assert_eq!(outcome.error, None, "{:?}", outcome.payload);
                Ok(serde_json::from_slice(&outcome.payload).unwrap())
            })
        })
        .collect();
    let mut answers = Vec::new();
    for call in calls {
        answers.push(call.await.unwrap());
    }
    answers
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_thousand_simultaneous_calls_none_is_lost() {
    let fixture = Arc::new(Fixture::new());
    fixture.function(Handler::python("f", ECHO).timeout(120));
    let answers = burst(&fixture, "f", 1000).await;
    let mut numbers: Vec<u64> = answers
        .into_iter()
        .map(|answer| answer.unwrap().as_u64().unwrap())
        .collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (0..1000).collect::<Vec<u64>>());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_simultaneous_calls_never_exceed_a_limit() {
    let fixture = Arc::new(Fixture::new());
    let code = "import time\ndef handler(e, c):\n    began = time.monotonic()\n    time.sleep(0.02)\n    return [e, began, time.monotonic()]\n";
    fixture.function(Handler::python("f", code).reserved(7).timeout(120));
    let mut moments = Vec::new();
    let (mut answered, mut throttled) = (0, 0);
    for answer in burst(&fixture, "f", 1000).await {
        match answer {
            Ok(answer) => {
                answered += 1;
                moments.push((answer[1].as_f64().unwrap(), 1));
                moments.push((answer[2].as_f64().unwrap(), -1));
            }
            Err(InvokeError::Throttled(Throttle::Reserved)) => throttled += 1,
            Err(error) => assert!(matches!(error, InvokeError::Draining), "{error}"),
        }
    }
    assert_eq!(answered + throttled, 1000);
    assert!(answered >= 7, "{answered}");
    moments.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut running = 0;
    for (_, change) in moments {
        running += change;
        assert!(running <= 7, "{running} at one time");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_burst_of_one_function_does_not_keep_another_from_starting() {
    let fixture = Arc::new(Fixture::new());
    let slow =
        "import time\ntime.sleep(0.3)\ndef handler(e, c):\n    time.sleep(1)\n    return e\n";
    fixture.function(Handler::python("busy", slow).timeout(300));
    fixture.function(Handler::python("f", ECHO));
    let busy = Arc::clone(&fixture);
    let flood = tokio::spawn(async move {
        let calls = (0..200).map(|_| {
            let busy = Arc::clone(&busy);
            tokio::spawn(async move { busy.invoke("busy", "1").await })
        });
        calls.collect::<Vec<_>>()
    });
    tokio::time::sleep(Duration::from_millis(200)).await;
    let began = Instant::now();
    check_answer(&fixture.invoke("f", "{}").await.unwrap(), &json!({}));
    assert!(
        began.elapsed() < Duration::from_secs(8),
        "{:?}",
        began.elapsed()
    );
    for call in flood.await.unwrap() {
        call.abort();
    }
    fixture.lambda.drain(Duration::ZERO).await;
}

/// Two calls at the same time make two cold starts, of which the second may find a runtime ready.
#[tokio::test(flavor = "multi_thread")]
async fn a_runtime_that_started_ahead_has_seen_nothing_and_is_used_once() {
    let fixture = Arc::new(Fixture::with_spares(2));
    let python = "import os, sys, time\nseen = [n for n in os.environ if 'PORTCULLIS' in n]\ndef handler(e, c):\n    time.sleep(e)\n    return [seen, os.getpid() > 0, c.log_stream_name]\n";
    let node = "const seen = Object.keys(process.env).filter((n) => n.includes('PORTCULLIS'));\nexports.handler = async (e, c) => { await new Promise((d) => setTimeout(d, e * 1000)); return [seen, true, c.logStreamName]; };";
    fixture.function(Handler::python("p", python));
    fixture.function(Handler::node("n", node));
    for name in ["p", "n"] {
        let mut streams = std::collections::HashSet::new();
        for round in 0..3 {
            let slow = {
                let fixture = Arc::clone(&fixture);
                tokio::spawn(async move { fixture.invoke(name, "1").await.unwrap() })
            };
            // By now the first call runs, and another one needs another environment.
            tokio::time::sleep(Duration::from_millis(500)).await;
            let other = fixture.invoke(name, "0").await.unwrap();
            for outcome in [slow.await.unwrap(), other] {
                let answer: Value = serde_json::from_slice(&outcome.payload).unwrap();
                assert_eq!(
                    (&answer[0], &answer[1]),
                    (&json!([]), &json!(true)),
                    "{round}"
                );
                streams.insert(answer[2].as_str().unwrap().to_owned());
            }
        }
        assert_eq!(streams.len(), 2, "{streams:?}");
    }
    fixture.lambda.drain(Duration::from_secs(5)).await;
    fixture.no_child_is_left().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_runtime_that_started_ahead_makes_a_cold_start_quick() {
    let fixture = Fixture::cold_with_spares(1);
    fixture.function(Handler::python("f", ECHO));
    // The first cold start asks for a runtime ahead, which every later one uses and asks for again.
    let mut inits = Vec::new();
    for _ in 0..6 {
        let outcome = fixture.invoke("f", "{}").await.unwrap();
        inits.push(outcome.init_micros.unwrap());
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    let ahead = inits[1..].iter().min().unwrap();
    assert!(*ahead < inits[0], "{inits:?}");
    eprintln!("cold starts, in microseconds: {inits:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn code_in_a_folder_is_read_again_when_it_changes() {
    let fixture = Fixture::new();
    let folder = fixture.hot_folder();
    let write = |answer: &str| {
        let code = format!("def handler(e, c):\n    return '{answer}'\n");
        std::fs::write(folder.join("index.py"), code).unwrap();
    };
    write("first");
    fixture.function(Handler::python("f", "").folder(&folder));
    for _ in 0..2 {
        check_answer(&fixture.invoke("f", "{}").await.unwrap(), &json!("first"));
    }
    write("second, longer");
    check_answer(
        &fixture.invoke("f", "{}").await.unwrap(),
        &json!("second, longer"),
    );
    let outside = tempfile::tempdir().unwrap();
    fixture.function(Handler::python("g", "").folder(outside.path()));
    let refused = fixture.invoke("g", "{}").await;
    assert!(
        matches!(refused, Err(InvokeError::CodeUnavailable { .. })),
        "{refused:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_function_under_a_debugger_has_one_environment_and_no_time_out() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = port.local_addr().unwrap().port();
    let fixture = Arc::new(Fixture::debugging("f", port));
    let code = "let count = 0;\nexports.handler = async () => { count += 1; await new Promise((d) => setTimeout(d, 1500)); return count; };";
    fixture.function(Handler::node("f", code).timeout(1));
    let calls = ["1", "2"].map(|event| {
        let fixture = Arc::clone(&fixture);
        tokio::spawn(async move { fixture.invoke("f", event).await.unwrap() })
    });
    let mut counts = Vec::new();
    for call in calls {
        let outcome = call.await.unwrap();
        assert_eq!(outcome.error, None, "{:?}", outcome.payload);
        counts.push(String::from_utf8(outcome.payload.to_vec()).unwrap());
    }
    counts.sort();
    assert_eq!(counts, ["1", "2"], "both ran in one environment");
    // The inspector answers HTTP on its port.
    let attached = tokio::net::TcpStream::connect(("127.0.0.1", port)).await;
    assert!(attached.is_ok(), "{attached:?}");
}
