//! Nobody could be made out, or the authorizer was of no use.

use super::Case;
use super::commands::comment;
use super::report::Report;
use crate::Refusal;

pub(super) fn tell(case: &Case<'_>, report: &mut Report, refusal: &Refusal) {
    match &*refusal.kind {
        "MISSING_AUTHENTICATION_TOKEN" => unsigned(case, report),
        "UNAUTHORIZED" => unauthorized(report, &refusal.cause),
        "DEFAULT_4XX" => report.needs(
            "the client shows a certificate that is signed by an authority of the domain name's \
             truststore, and is valid now",
        ),
        "EXPIRED_TOKEN" => report.needs(
            "the session token is one that has not expired: AssumeRole or GetSessionToken gives a \
             new one",
        ),
        "AUTHORIZER_CONFIGURATION_ERROR" => useless(case, report),
        _ => report.needs(
            "the signature is made with a key that the server knows, over exactly \
                           what is sent, and less than five minutes ago",
        ),
    }
}

fn unsigned(case: &Case<'_>, report: &mut Report) {
    report.needs("the method is AWS_IAM: the request carries a signature of version 4");
    let url = format!(
        "{}/_aws/execute-api/{}/{}{}",
        case.around.endpoint,
        case.entry.api_id,
        case.entry.stage,
        case.path()
    );
    let region = case.around.region();
    report.fix_with(comment(&format!(
        "sign it: curl -X {} --aws-sigv4 aws:amz:{region}:execute-api --user \
         \"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\" {url}",
        case.entry.method
    )));
}

fn unauthorized(report: &mut Report, cause: &str) {
    if cause.contains("expired") {
        return report.needs("the token is one of the user pool that has not expired");
    }
    if cause.contains("answered Unauthorized") {
        report
            .needs("the authorizer's function knows the token: it raised \"Unauthorized\" itself");
        return report.note("what the function wrote is told by portcullis logs FUNCTION");
    }
    report.needs(
        "the request has every identity source of the authorizer, and they fit its validation \
         expression; the function is not called without them",
    );
}

fn useless(case: &Case<'_>, report: &mut Report) {
    if let Some(role) = case.role() {
        report.note(format!("the authorizer is called in the role {role}"));
    }
    if report.nearest.is_some() || report.fix.cli.is_some() {
        report.needs("API Gateway may invoke the authorizer's function");
        report.note("an authorizer needs a grant of its own, for API/authorizers/ID");
    } else {
        report.needs("the authorizer's function answers with a policy as AWS reads it");
    }
}
