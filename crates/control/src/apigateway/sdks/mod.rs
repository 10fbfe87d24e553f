//! Generated clients. One language is generated: JavaScript, for browsers and for Node.js.

mod generate;
mod get;
mod javascript;
mod list;

use wire::apigateway::SdkType;

use super::failures::{bad_request, not_served};
use crate::refused::Refused;

const JAVASCRIPT: &str = "javascript";

/// What AWS generates beside it (API Gateway API reference, GetSdk).
const OF_AWS: [&str; 5] = ["java", "android", "objectivec", "swift", "ruby"];

fn javascript_type() -> SdkType {
    SdkType {
        id: Some(JAVASCRIPT.to_owned()),
        friendly_name: Some("JavaScript".to_owned()),
        description: Some("A client for browsers and Node.js".to_owned()),
        configuration_properties: Some(Vec::new()),
    }
}

/// Refuses a language that no client is generated in.
fn must_be_generated(sdk_type: &str) -> Result<(), Refused> {
    if sdk_type == JAVASCRIPT {
        return Ok(());
    }
    if OF_AWS.contains(&sdk_type) {
        return Err(not_served(&format!("sdkType {sdk_type}")));
    }
    Err(bad_request(format!(
        "Invalid SDK type specified: {sdk_type}"
    )))
}
