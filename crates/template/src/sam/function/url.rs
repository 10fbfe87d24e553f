//! `FunctionUrlConfig`: a URL, and what lets everybody call it if no signature is asked for.

use serde_json::json;

use super::Function;
use crate::sam::resource::Made;
use crate::sam::translator::Problem;
use crate::sam::values::{Json, get, is_function, members, reference, set};

const CORS: [&str; 6] = [
    "AllowOrigins",
    "AllowMethods",
    "AllowCredentials",
    "AllowHeaders",
    "ExposeHeaders",
    "MaxAge",
];

pub(super) fn made(function: &Function<'_>, alias: Option<&Made>) -> Result<Vec<Made>, Problem> {
    let Some(config) = function.set("FunctionUrlConfig") else {
        return Ok(Vec::new());
    };
    check(function, config)?;
    let target = alias.map_or_else(|| reference(function.id), Made::reference);
    let of =
        |suffix: &str, kind| Made::new(format!("{}{suffix}", function.id), kind, function.passed());
    let mut url = of("Url", "AWS::Lambda::Url").with("TargetFunctionArn", target.clone());
    url.put("Cors", set(config, "Cors").cloned());
    url.put("AuthType", config.get("AuthType").cloned());
    url.put("InvokeMode", config.get("InvokeMode").cloned());
    let mut all = vec![url];
    if get(config, "AuthType") == Some(&json!("NONE")) {
        all.push(
            of("UrlPublicPermissions", "AWS::Lambda::Permission")
                .with("Action", json!("lambda:InvokeFunctionUrl"))
                .with("FunctionName", target.clone())
                .with("Principal", json!("*"))
                .with("FunctionUrlAuthType", json!("NONE")),
        );
        all.push(
            of("URLInvokeAllowPublicAccess", "AWS::Lambda::Permission")
                .with("Action", json!("lambda:InvokeFunction"))
                .with("Principal", json!("*"))
                .with("FunctionName", target)
                .with("InvokedViaFunctionUrl", json!(true)),
        );
    }
    Ok(all)
}

fn check(function: &Function<'_>, config: &Json) -> Result<(), Problem> {
    if is_function(config) {
        return Ok(());
    }
    let kind = get(config, "AuthType");
    let known = kind
        .is_some_and(|kind| is_function(kind) || matches!(kind.as_str(), Some("AWS_IAM" | "NONE")));
    if !known {
        return Err(function.problem(
            "AuthType is required to configure function property `FunctionUrlConfig`. Please provide either AWS_IAM or NONE.",
        ));
    }
    let cors = set(config, "Cors").filter(|cors| !is_function(cors));
    match members(cors).find(|(name, _)| !CORS.contains(&name.as_str())) {
        Some((name, _)) => Err(function.problem(format!(
            "{name} is not a valid property for configuring Cors."
        ))),
        None => Ok(()),
    }
}
