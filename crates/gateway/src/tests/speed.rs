//! A guard against the request path becoming slow by accident. The real measures are taken in
//! `bench`; the bound here is wide, since tests run without optimisation and beside others.

use std::time::{Duration, Instant};

use super::*;

#[tokio::test]
async fn a_mock_costs_less_than_a_millisecond() {
    let mut house = House::new();
    house
        .method("GET /pets/{id}", method(mock(r#"{"ok":true}"#)))
        .deploy();
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..200 {
        let asked = request(Verb::GET, "/pets/1");
        let start = Instant::now();
        let reply = house.send(asked).await;
        times.push(start.elapsed());
        assert_eq!(reply.status, 200);
    }
    times.sort();
    println!("median {:?}", times[100]);
    assert!(times[100] < Duration::from_millis(1), "{:?}", times[100]);
}
