//! What is dangerous, wrong or needless in a policy that was stored. AWS stores such a policy in
//! silence and tells of it only in IAM Access Analyzer; here the journal and the log tell at once.
//!
//! Nothing here may refuse: what AWS refuses, the parser refused before anything was stored.

use std::fmt::Write as _;
use std::time::Instant;

use identity::Permissions;
use journal::{Lane, Outcome, PermissionsMode, Recorder, Request, Step, StepKind};
use policy::{Finding, FindingKind, PathPart, PolicyType, lint};
use reference::Reference;
use wire::Operation;

use crate::call::Call;
use crate::rooms::Rooms;

/// More would bury the ones that matter.
const MOST_FINDINGS: usize = 50;

/// Tells what the lint finds in a policy that `O` stored on `subject`, which is an ARN or a name.
pub(crate) fn tell<O: Operation>(
    rooms: &Rooms,
    call: &Call,
    subject: &str,
    policy_type: PolicyType,
    document: &str,
) {
    let findings = lint(document, policy_type, &Reference);
    if findings.is_empty() {
        return;
    }
    let mut recorder = Recorder::start(request::<O>(rooms, call), Instant::now());
    recorder.caller(call.caller().arn());
    for finding in findings.iter().take(MOST_FINDINGS) {
        log::<O>(call, subject, finding);
        let text = format!("{subject}: {}", told(finding));
        recorder.step(Step::within(StepKind::Validation, Lane::Policy, text));
    }
    rooms
        .journal
        .record(recorder.finish(200, Outcome::Answered));
}

fn log<O: Operation>(call: &Call, subject: &str, finding: &Finding) {
    let (line, column) = (finding.extent.start.line, finding.extent.start.column);
    let (code, path) = (finding.code(), path(&finding.path));
    let (request_id, operation) = (call.request_id(), O::NAME);
    let kind = finding.kind().name();
    let details = &finding.details;
    match finding.kind() {
        FindingKind::Error | FindingKind::SecurityWarning | FindingKind::Warning => tracing::warn!(
            request_id,
            operation,
            subject,
            kind,
            code,
            path,
            line,
            column,
            details,
            "a finding in a stored policy"
        ),
        FindingKind::Suggestion => tracing::info!(
            request_id,
            operation,
            subject,
            kind,
            code,
            path,
            line,
            column,
            details,
            "a finding in a stored policy"
        ),
    }
}

/// `SECURITY_WARNING PASS_ROLE_WITH_STAR_IN_RESOURCE at line 1, column 80, Statement[0].Resource: …`
fn told(finding: &Finding) -> String {
    format!(
        "{} {} at {}, {}: {}",
        finding.kind().name(),
        finding.code(),
        finding.extent.start,
        path(&finding.path),
        finding.details
    )
}

fn path(parts: &[PathPart]) -> String {
    let mut path = String::new();
    for part in parts {
        let written = match part {
            PathPart::Key(key) if path.is_empty() => write!(path, "{key}"),
            PathPart::Key(key) => write!(path, ".{key}"),
            PathPart::Index(index) => write!(path, "[{index}]"),
        };
        // Writing to a text cannot fail.
        debug_assert!(written.is_ok());
    }
    path
}

fn request<O: Operation>(rooms: &Rooms, call: &Call) -> Request {
    Request {
        request_id: call.request_id().to_owned(),
        api_id: O::SCHEMA.service.name.into(),
        stage: "control-plane".into(),
        method: O::SCHEMA.method.into(),
        path: O::NAME.to_owned(),
        source_ip: None,
        started: call.now(),
        permissions_mode: match rooms.identity.config().permissions {
            Permissions::Enforce => PermissionsMode::Enforce,
            Permissions::Report => PermissionsMode::Report,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_as_in_code() {
        let key = |name: &str| PathPart::Key(name.to_owned());
        let parts = [key("Statement"), PathPart::Index(0), key("Resource")];
        assert_eq!(path(&parts), "Statement[0].Resource");
    }

    /// As long as a policy that stands in a user may be; of the longer ones there are few.
    const LENGTH: usize = 2_048;

    /// What AWS wrote otherwise than its own reference has it: an ARN in a form that no resource
    /// has, a condition on tags for actions that list, an action that is not documented.
    const ODD: &[&str] = &[
        "CloudFrontFullAccess",
        "aws-service-role/KafkaConnectServiceRolePolicy",
        "aws-service-role/MemoryDBServiceRolePolicy",
    ];

    /// The words of the reference and the rules of the lint agree with what AWS itself writes.
    #[test]
    fn the_policies_of_aws_have_no_errors() {
        let mut odd = Vec::new();
        let managed = identity::aws_managed_policies().iter();
        for managed in managed.filter(|managed| managed.document.len() <= LENGTH) {
            let findings = lint(managed.document, PolicyType::Identity, &Reference);
            let mut findings = findings.iter();
            if let Some(error) = findings.find(|finding| finding.kind() == FindingKind::Error) {
                let name = managed
                    .arn
                    .strip_prefix("arn:aws:iam::aws:policy/")
                    .unwrap();
                assert!(ODD.contains(&name), "{name}: {}", told(error));
                odd.push(name);
            }
        }
        assert_eq!(odd.len(), ODD.len(), "{odd:?}");
    }
}
