//! ARNs under Resource and NotResource, part by part.

use super::finding::Findings;
use super::overlap;
use super::view::{Spot, Statement};
use super::{Ask, Issue};
use crate::condition::{Variables, arn_parts};
use crate::glob::{Case, Reach};

const PARTITIONS: [&str; 6] = [
    "aws",
    "aws-cn",
    "aws-us-gov",
    "aws-iso",
    "aws-iso-b",
    "aws-eusc",
];

pub(super) fn check(statement: &Statement<'_>, ask: Ask<'_>, findings: &mut Findings) {
    for element in ["Resource", "NotResource"] {
        let resources = statement.texts(element);
        for (resource, spot) in &resources {
            arn(resource, spot, ask, findings);
        }
        redundant(&resources, findings);
    }
}

fn arn(resource: &str, spot: &Spot<'_>, ask: Ask<'_>, findings: &mut Findings) {
    if resource == "*" || resource.starts_with("execute-api:/") {
        return;
    }
    let parts = arn_parts(resource, Variables::Substituted);
    let [scheme, partition, service, region, account, path] = parts.as_slice() else {
        fields(resource, spot, findings);
        return;
    };
    if !overlap::meet(scheme, "arn") {
        prefix(spot, findings);
    }
    if !PARTITIONS
        .iter()
        .any(|known| overlap::meet(partition, known))
    {
        let details = format!(
            "The resource ARN for the service {service} does not support the partition \
             {partition}. Use the supported values: [{}]",
            PARTITIONS.join(", ")
        );
        findings.report(Issue::InvalidPartition, spot, details);
    }
    let digits = account.len() == 12 && account.bytes().all(|b| b.is_ascii_digit());
    let open = account.is_empty() || account.contains(['*', '?', '$']) || *account == "aws";
    if !digits && !open {
        let details = format!(
            "The resource ARN account ID {account} is not valid. Provide a 12-digit account ID."
        );
        findings.report(Issue::InvalidArnAccount, spot, details);
    }
    if !service.contains(['*', '?', '$']) {
        let arn = Parts {
            service,
            region,
            account,
            path,
        };
        of_service(&arn, spot, ask, findings);
    }
}

fn prefix(spot: &Spot<'_>, findings: &mut Findings) {
    findings.report(
        Issue::InvalidArnPrefix,
        spot,
        "Add the required prefix (arn) to the resource ARN.",
    );
}

fn fields(resource: &str, spot: &Spot<'_>, findings: &mut Findings) {
    if !resource.starts_with("arn:") {
        prefix(spot, findings);
        return;
    }
    findings.report(
        Issue::MissingArnField,
        spot,
        "Resource ARNs must include at least 6 fields in the following structure: \
         arn:partition:service:region:account:resource",
    );
}

struct Parts<'a> {
    service: &'a str,
    region: &'a str,
    account: &'a str,
    path: &'a str,
}

/// What the formats of the service's resources say of region, account and the rest.
fn of_service(arn: &Parts<'_>, spot: &Spot<'_>, ask: Ask<'_>, findings: &mut Findings) {
    let service = arn.service;
    if service.bytes().any(|b| b.is_ascii_uppercase()) {
        let details = format!(
            "Update the service name {service} in the resource ARN to use all lowercase letters."
        );
        findings.report(Issue::InvalidArnServiceCase, spot, details);
        return;
    }
    let Some(known) = ask.known.service(service) else {
        let details = format!("The service {service} does not exist. Use a valid service name.");
        findings.report(Issue::InvalidService, spot, details);
        return;
    };
    let formats = &known.formats;
    // Without a format of its own the service says nothing about its ARNs.
    if formats.is_empty() {
        return;
    }
    let alike: Vec<&Vec<&'static str>> = formats
        .iter()
        .filter(|format| {
            format
                .get(5)
                .is_some_and(|path| overlap::meet(arn.path, path))
        })
        .collect();
    if alike.is_empty() {
        findings.report(
            Issue::InvalidArnResource,
            spot,
            "Resource ARN does not match the expected ARN format. Update the resource portion of \
             the ARN.",
        );
        return;
    }
    places(arn, &alike, spot, findings);
}

fn places(arn: &Parts<'_>, alike: &[&Vec<&'static str>], spot: &Spot<'_>, findings: &mut Findings) {
    let service = arn.service;
    let none_has = |part: usize| alike.iter().all(|format| format.get(part) == Some(&""));
    let all_have = |part: usize| alike.iter().all(|format| format.get(part) != Some(&""));
    let given = |text: &str| !matches!(text, "" | "*");
    if given(arn.region) && none_has(3) {
        let details = format!(
            "The service {service} does not support specifying a Region in the resource ARN."
        );
        findings.report(Issue::ArnRegionNotAllowed, spot, details);
    }
    if given(arn.account) && none_has(4) {
        let details = format!(
            "The service {service} does not support specifying an account ID in the resource ARN."
        );
        findings.report(Issue::ArnAccountNotAllowed, spot, details);
    }
    if arn.region.is_empty() && all_have(3) {
        let details = format!("Add a Region to the {service} resource ARN.");
        findings.report(Issue::MissingArnRegion, spot, details);
    }
}

fn redundant(resources: &[(&str, Spot<'_>)], findings: &mut Findings) {
    let redundant = overlap::covered(resources, Case::Sensitive, Reach::Resource);
    let Some((_, spot)) = redundant.first() else {
        return;
    };
    let details = format!(
        "The {} resource ARN(s) are redundant because they reference the same resource. Review the \
         use of wildcards (*)",
        redundant.len()
    );
    findings.report(Issue::RedundantResource, spot, details);
}
