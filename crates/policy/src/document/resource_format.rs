//! The form of Resource and NotResource: an ARN or `*`.

use super::syntax::RawStatement;
use super::{Kind, Rules, Spanned};
use crate::malformed::Malformed;

/// The resources that IAM has, by the beginning of the last part of their ARN.
const IAM_PATHS: [&str; 13] = [
    "user/",
    "federated-user/",
    "role/",
    "group/",
    "instance-profile/",
    "mfa/",
    "server-certificate/",
    "policy/",
    "sms-mfa/",
    "saml-provider/",
    "oidc-provider/",
    "report/",
    "access-report/",
];

/// Two grades of fault, as in IAM: an ARN that cannot be taken apart fails at once, the first other
/// fault is handed back to be reported after the checks that come between.
pub(super) fn check(
    statements: &[RawStatement],
    rules: Rules<'_>,
) -> Result<Option<Malformed>, Malformed> {
    if rules.kind == Kind::Authorizer {
        return Ok(None);
    }
    let mut fault = None;
    let elements = statements.iter().flat_map(|statement| {
        [&statement.resource, &statement.not_resource]
            .into_iter()
            .flatten()
    });
    for resource in elements.flat_map(|element| &element.value) {
        if fault.is_none() && has_variable_account(&resource.value) {
            let detail = format!("the account of {:?} is a variable", resource.value);
            return Err(Malformed::legacy(detail, resource.position));
        }
        if fault.is_none() {
            fault = message(&resource.value, rules).map(|message| refuse(message, resource));
        }
        if fault.is_none() && lacks_parts(&resource.value) && !is_short(&resource.value, rules) {
            let detail = format!("the resource {:?} lacks parts of an ARN", resource.value);
            return Err(Malformed::legacy(detail, resource.position));
        }
    }
    Ok(fault)
}

fn refuse(message: String, resource: &Spanned<String>) -> Malformed {
    Malformed::new(
        message,
        format!("the resource is {:?}", resource.value),
        resource.position,
    )
}

/// IAM takes no variable for the account of its own resources, as it answers to those who try; of
/// other services it does, and AWS's own managed policies have some.
fn has_variable_account(resource: &str) -> bool {
    let parts: Vec<&str> = resource.splitn(5, ':').collect();
    matches!(parts.as_slice(), [_, _, "iam", _, account] if account.starts_with("${"))
}

/// `execute-api:/…` in the policy of an API.
fn is_short(resource: &str, rules: Rules<'_>) -> bool {
    rules.api.is_some() && resource.starts_with("execute-api:/")
}

fn message(resource: &str, rules: Rules<'_>) -> Option<String> {
    if resource == "*" || is_short(resource, rules) {
        return None;
    }
    let Some((_, rest)) = resource.split_once(':') else {
        return Some(format!(
            "Resource {resource} must be in ARN format or \"*\"."
        ));
    };
    let (partition, rest) = rest.split_once(':').unwrap_or((rest, ""));
    if !is_partition(partition) {
        return Some(bad_partition(partition, rest));
    }
    if rest.is_empty() {
        return Some("Resource vendor must be fully qualified and cannot contain regexes.".into());
    }
    let parts: Vec<&str> = rest.splitn(4, ':').collect();
    match parts.as_slice() {
        [service, region, account, path] => of_service(resource, service, region, account, path),
        _ => None,
    }
}

/// AWS's partitions, or a pattern for them.
fn is_partition(text: &str) -> bool {
    text == "*" || text == "aws" || text == "aws*" || text.starts_with("aws-")
}

fn bad_partition(partition: &str, rest: &str) -> String {
    let mut parts: Vec<&str> = rest.splitn(4, ':').collect();
    if parts == [""] {
        parts.clear();
    }
    parts.resize(4, "*");
    let arn = parts.join(":");
    format!("Partition \"{partition}\" is not valid for resource \"arn:{partition}:{arn}\".")
}

fn of_service(
    resource: &str,
    service: &str,
    region: &str,
    account: &str,
    path: &str,
) -> Option<String> {
    match service {
        "iam" if !matches!(region, "" | "*") => Some(format!(
            "IAM resource {resource} cannot contain region information."
        )),
        // AWS's own policies for tasks of the root name it, though the message leaves it out (AWS
        // managed policy reference, IAMAuditRootUserCredentials).
        "iam"
            if !matches!(path, "*" | "root")
                && !IAM_PATHS.iter().any(|start| path.starts_with(start)) =>
        {
            Some(format!(
                "IAM resource path must either be \"*\" or start with {}.",
                IAM_PATHS.join(", ")
            ))
        }
        // The resources of S3 that have a region have an account as well: access points.
        "s3" if !region.is_empty() && account.is_empty() => Some(format!(
            "Resource {resource} can not contain region information."
        )),
        _ => None,
    }
}

/// Whether an ARN has no service, or leaves a part empty without going on to the sixth. One that
/// ends early without an empty part is taken: its last star may reach over the rest.
fn lacks_parts(resource: &str) -> bool {
    if resource == "*" {
        return false;
    }
    let parts: Vec<&str> = resource.split(':').collect();
    let no_service = parts.get(2).is_none_or(|service| service.is_empty());
    no_service || (parts.len() < 6 && resource.contains("::"))
}
