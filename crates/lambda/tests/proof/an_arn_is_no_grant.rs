//! Calling a function by name alone does not compile: `invoke` wants the decision.

async fn call(lambda: std::sync::Arc<lambda::Lambda>, arn: model::FunctionArn) {
    let _ = lambda.invoke(arn, lambda::Event::default()).await;
}

fn main() {}
