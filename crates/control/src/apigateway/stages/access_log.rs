//! Where a stage writes its access log, and in which format.
//!
//! The texts about paths and empty values are recorded by
//! `test_stage_access_log_settings_validation`; the others are what deploying tools quote of AWS.

use model::Stage;

use super::super::failures::{bad_request, not_served};
use super::super::patch::{Op, Patch};
use super::method_settings;
use crate::refused::Refused;

pub(super) fn apply(stage: &mut Stage, patch: &Patch, rest: &[&str]) -> Result<(), Refused> {
    if patch.op == Op::Remove {
        if !rest.is_empty() {
            return Err(method_settings::nothing_to_remove(patch));
        }
        stage.access_log_destination = None;
        stage.access_log_format = None;
        return Ok(());
    }
    match rest {
        ["destinationArn"] => {
            let arn = filled(patch)?;
            check_destination(&arn)?;
            stage.access_log_destination = Some(arn);
        }
        ["format"] => {
            let format = filled(patch)?;
            check_format(&format)?;
            stage.access_log_format = Some(format);
        }
        _ => {
            return Err(bad_request(
                "Invalid accessLogSettings path. Must be one of : \
                 [/accessLogSettings/destinationArn, /accessLogSettings/format]",
            ));
        }
    }
    Ok(())
}

fn filled(patch: &Patch) -> Result<String, Refused> {
    let value = patch.optional()?;
    value.ok_or_else(|| bad_request("Access Log value must not be empty"))
}

/// A log group, without the star that CloudWatch Logs puts behind its ARNs.
fn check_destination(arn: &str) -> Result<(), Refused> {
    let parts: Vec<&str> = arn.splitn(6, ':').collect();
    let [start, _, service, region, account, resource] = parts[..] else {
        return Err(invalid_arn(arn));
    };
    if start != "arn" || region.is_empty() || account.is_empty() {
        return Err(invalid_arn(arn));
    }
    if service == "firehose" {
        return Err(not_served("An access log to a Firehose delivery stream"));
    }
    let group = resource.strip_prefix("log-group:");
    let Some(group) = group.filter(|_| service == "logs") else {
        return Err(invalid_arn(arn));
    };
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '/' | '.' | '#');
    if group.is_empty() || !group.chars().all(allowed) {
        return Err(bad_request(format!(
            "Access Log destination must only contain characters a-z, A-Z, 0-9, '_', '-', '/', \
             '.': '{resource}'"
        )));
    }
    Ok(())
}

fn invalid_arn(arn: &str) -> Refused {
    bad_request(format!("Invalid ARN specified in the request: {arn}"))
}

/// API Gateway developer guide, "Quotas for configuring and running a REST API in API Gateway". The text
/// of its refusal is our own.
const MOST_FORMAT_BYTES: usize = 3 * 1024;

fn check_format(format: &str) -> Result<(), Refused> {
    if format.len() > MOST_FORMAT_BYTES {
        return Err(bad_request(
            "Access Log format must not be longer than 3 KB",
        ));
    }
    if format.trim_end_matches(['\r', '\n']).contains(['\r', '\n']) {
        return Err(bad_request(
            "Access Log format must be single line, new line character is allowed only at end of \
             the format",
        ));
    }
    if !format.contains("$context.requestId") && !format.contains("$context.extendedRequestId") {
        return Err(bad_request(
            "Access Log format must include either $context.requestId or \
             $context.extendedRequestId",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(refused: Result<(), Refused>, expected: Option<&str>) {
        let shown = refused.err().map(|refused| format!("{refused:?}"));
        match (&shown, expected) {
            (None, None) => {}
            (Some(shown), Some(part)) => assert!(shown.contains(part), "{shown}"),
            _ => panic!("{shown:?}, expected {expected:?}"),
        }
    }

    #[test]
    fn a_destination_is_a_log_group() {
        let of = |resource: &str| format!("arn:aws:logs:us-east-1:111111111111:{resource}");
        check(check_destination(&of("log-group:/aws/api.gw-1_x")), None);
        let characters = Some("must only contain characters");
        check(check_destination(&of("log-group:a:*")), characters);
        check(check_destination(&of("log-group:")), characters);
        let stream = "arn:aws:firehose:us-east-1:111111111111:deliverystream/amazon-apigateway-a";
        check(check_destination(stream), Some("Firehose"));
        check(
            check_destination("arn:aws:s3:::bucket"),
            Some("Invalid ARN"),
        );
        check(check_destination("group"), Some("Invalid ARN"));
    }

    #[test]
    fn a_format_is_one_line_that_names_the_request() {
        check(check_format("$context.requestId\n"), None);
        check(check_format("$context.extendedRequestId"), None);
        check(check_format("a\n$context.requestId"), Some("single line"));
        let long = format!("$context.requestId{}", "a".repeat(3 * 1024));
        check(check_format(&long), Some("3 KB"));
        check(check_format("$context.status"), Some("must include either"));
    }
}
