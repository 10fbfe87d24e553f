//! Every operation asks for what AWS's service authorization reference gives for it: the action,
//! the resources in the form of its ARNs, all that are required, and the condition keys.
//!
//! Each operation that is served is called here as root, on resources that exist, and what it asked
//! `identity` on the way is compared with the reference. So an operation whose action AWS does not
//! know, or that asks for nothing, cannot be built past this test, and no request has to be looked
//! up while it is served. What AWS itself does otherwise than its reference says stands in
//! `exceptions`, each row with its reason; a row that nothing needs fails too.

mod driving;
mod exceptions;
mod inputs;
mod judging;
mod linting;
mod pass_role;
mod scene;
mod values;

use std::collections::BTreeSet;

use wire::Service;

use judging::Judge;

async fn check(service: Service) {
    let mut judge = Judge::default();
    let operations = service.schema().operations.iter();
    let served: Vec<_> = operations
        .filter(|operation| operation.implemented)
        .collect();
    for operation in &served {
        let call = driving::call(service, operation).await;
        judge.judge(service, operation, &call);
    }
    let problems = judge.finish(service);
    println!(
        "{service:?}: {} operations, {}",
        served.len(),
        judge.figures()
    );
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[tokio::test]
async fn apigateway_asks_what_the_reference_says() {
    check(Service::ApiGateway).await;
}

#[tokio::test]
async fn apigatewayv2_asks_what_the_reference_says() {
    check(Service::ApiGatewayV2).await;
}

#[tokio::test]
async fn cloudformation_asks_what_the_reference_says() {
    check(Service::CloudFormation).await;
}

#[tokio::test]
async fn ecr_asks_what_the_reference_says() {
    check(Service::Ecr).await;
}

#[tokio::test]
async fn events_ask_what_the_reference_says() {
    check(Service::Events).await;
}

#[tokio::test]
async fn scheduler_asks_what_the_reference_says() {
    check(Service::Scheduler).await;
}

#[tokio::test]
async fn iam_asks_what_the_reference_says() {
    check(Service::Iam).await;
}

#[tokio::test]
async fn lambda_asks_what_the_reference_says() {
    check(Service::Lambda).await;
}

#[tokio::test]
async fn logs_ask_what_the_reference_says() {
    check(Service::Logs).await;
}

#[tokio::test]
async fn s3_asks_what_the_reference_says() {
    check(Service::S3).await;
}

#[tokio::test]
async fn ssm_asks_what_the_reference_says() {
    check(Service::Ssm).await;
}

#[tokio::test]
async fn sts_asks_what_the_reference_says() {
    check(Service::Sts).await;
}

/// The same key is not explained twice, and no reason is missing.
#[test]
fn every_exception_has_a_reason_and_stands_once() {
    let mut seen = BTreeSet::new();
    for row in exceptions::all() {
        let reason = row.reason;
        assert!(
            reason.ends_with('.') && reason.len() > 20,
            "{row}: {reason}"
        );
        assert!(seen.insert(row.to_string()), "{row} stands twice");
    }
}
