//! Who may: an authorizer's policy, the API's resource policy, the caller's own policies.

use super::Case;
use super::commands::Aws;
use super::report::Report;
use crate::Fact;

pub(super) fn tell(case: &Case<'_>, report: &mut Report) {
    if !of_authorizer(case, report) {
        report.needs("a policy allows execute-api:Invoke on exactly this stage, method and path");
    }
}

/// The policy is remembered, the decision is not: a policy for one method refuses the next.
fn of_authorizer(case: &Case<'_>, report: &mut Report) -> bool {
    let found = case.entry.facts.iter().find_map(|fact| match fact {
        Fact::AuthorizerPolicy {
            authorizer,
            made_for,
            age_millis,
            ttl_seconds,
            ..
        } => Some((authorizer, made_for, *age_millis, *ttl_seconds)),
        Fact::Browser { .. }
        | Fact::Role { .. }
        | Fact::StageVariable { .. }
        | Fact::LogLine { .. }
        | Fact::Lacking { .. }
        | Fact::Trace { .. } => None,
    });
    let Some((authorizer, made_for, age, ttl)) = found else {
        return false;
    };
    report.needs(format!(
        "the policy that the authorizer {authorizer} gives out allows this method, too"
    ));
    let asked = case.method_arn();
    if age == 0 && asked.is_none_or(|asked| asked == *made_for) {
        report.note("the policy was made for this very request");
        return true;
    }
    report.note(format!(
        "the policy was made for {}, {} ago; it is remembered for {ttl} s and judged anew for each \
         method",
        method_of(made_for),
        age_of(age)
    ));
    let flush = Aws::new("apigateway flush-stage-authorizers-cache")
        .option("rest-api-id", &case.entry.api_id)
        .option("stage-name", &case.entry.stage)
        .option("region", case.around.region());
    report.fix_with(flush.line());
    report.note(
        "flushing helps once; for good, let the authorizer allow every method of the API for the \
         caller, or let it remember nothing (a TTL of 0)",
    );
    true
}

fn age_of(millis: u64) -> String {
    if millis < 1000 {
        format!("{millis} ms")
    } else {
        format!("{} s", millis / 1000)
    }
}

/// `GET /pets` of `arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/GET/pets`.
fn method_of(arn: &str) -> String {
    let mut parts = arn.splitn(4, '/').skip(2);
    match (parts.next(), parts.next()) {
        (Some(verb), Some(path)) => format!("{verb} /{path}"),
        _ => arn.to_owned(),
    }
}

impl Case<'_> {
    fn method_arn(&self) -> Option<String> {
        let api = self.around.api?;
        Some(format!(
            "arn:aws:execute-api:{}:{}:{}/{}/{}/{}",
            api.region,
            api.account,
            api.id,
            self.entry.stage,
            self.entry.method,
            self.path().trim_start_matches('/')
        ))
    }
}
