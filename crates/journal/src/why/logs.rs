//! Execution logs that a stage asks for and that nobody writes.

use super::Case;
use super::commands::{Aws, quoted};
use super::report::Report;
use crate::StepKind;

const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;
const POLICY: &str = "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs";
const ROLE: &str = "apigateway-logs";

pub(super) fn tell(case: &Case<'_>, report: &mut Report) {
    let mut said = case
        .entry
        .steps
        .iter()
        .filter(|step| step.kind == StepKind::Logs);
    let Some(step) = said.next() else { return };
    report.note(format!("execution log: {}", step.text));
    let Some(api) = case.around.api else { return };
    if case.around.logging_role.is_some() {
        return;
    }
    let (account, region) = (api.account.as_str(), api.region.as_str());
    let role = format!("arn:aws:iam::{account}:role/{ROLE}");
    let patch = format!("op=replace,path=/cloudwatchRoleArn,value={role}");
    let lines = [
        Aws::new("iam create-role")
            .option("role-name", ROLE)
            .option("assume-role-policy-document", TRUST)
            .line(),
        Aws::new("iam attach-role-policy")
            .option("role-name", ROLE)
            .option("policy-arn", POLICY)
            .line(),
        format!(
            "{} --patch-operations {}",
            Aws::new("apigateway update-account")
                .option("region", region)
                .line(),
            quoted(&patch)
        ),
    ];
    report.note(format!(
        "to have execution logs written:\n{}",
        lines.join("\n")
    ));
}
