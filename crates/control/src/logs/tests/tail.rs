//! Live tails: what comes while one is open.

use serde_json::json;

use super::*;

/// The names of events and exceptions, and the payloads, in the order of the messages.
fn messages(bytes: &[u8]) -> Vec<(String, Value)> {
    let number = |at: usize| -> usize {
        let four: [u8; 4] = bytes[at..at + 4].try_into().unwrap();
        usize::try_from(u32::from_be_bytes(four)).unwrap()
    };
    let (mut messages, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let (whole, head) = (number(at), number(at + 4));
        let headers = String::from_utf8_lossy(&bytes[at + 12..at + 12 + head]).into_owned();
        let named = [
            "initial-response",
            "sessionStart",
            "sessionUpdate",
            "SessionTimeoutException",
        ];
        let name = named.into_iter().find(|name| headers.contains(name));
        let payload = &bytes[at + 12 + head..at + whole - 4];
        let payload = serde_json::from_slice(payload).unwrap();
        messages.push((name.unwrap_or_default().to_owned(), payload));
        at += whole;
    }
    messages
}

#[tokio::test]
async fn a_tail_tells_what_comes_while_it_is_open() {
    let logs = Logs::with_stream("g", "s").await;
    logs.put("s", &[(now(), "an ERROR of before")]).await.ok();
    let input = json!({"logGroupIdentifiers": ["g"], "logEventFilterPattern": "ERROR"});
    let (tail, ()) = tokio::join!(logs.call("StartLiveTail", &input), async {
        tokio::task::yield_now().await;
        let events = [(now(), "an ERROR of now"), (now(), "nothing")];
        logs.put("s", &events).await.ok();
    });
    assert_eq!(
        tail.header("content-type"),
        Some("application/vnd.amazon.eventstream")
    );
    let told = messages(&tail.body);
    let names: Vec<&str> = told.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "initial-response",
            "sessionStart",
            "sessionUpdate",
            "SessionTimeoutException"
        ]
    );
    assert_eq!(told[1].1["logGroupIdentifiers"], json!(["g"]));
    let results = told[2].1["sessionResults"].as_array().unwrap();
    let said: Vec<&str> = results
        .iter()
        .filter_map(|event| event["message"].as_str())
        .collect();
    assert_eq!(said, ["an ERROR of now"]);
    assert_eq!(told[2].1["sessionMetadata"], json!({"sampled": false}));
}

#[tokio::test]
async fn impossible_tails_are_refused() {
    let logs = Logs::with_group("g").await;
    for (input, text) in [
        (
            json!({"logGroupIdentifiers": ["g"], "logStreamNames": ["a"], "logStreamNamePrefixes": ["b"]}),
            "Only one of logStreamNames or logStreamNamePrefixes",
        ),
        (
            json!({"logGroupIdentifiers": ["g", "h"], "logStreamNames": ["a"]}),
            "can only be used with a single log group",
        ),
        (
            json!({"logGroupIdentifiers": ["missing"]}),
            "The specified log group does not exist",
        ),
    ] {
        let answer = logs.call("StartLiveTail", &input).await;
        assert!(
            answer.status == 400 && answer.text().contains(text),
            "{}",
            answer.text()
        );
    }
}
