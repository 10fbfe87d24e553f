//! PC011: a permission lets more APIs or methods invoke the function than there are.

use super::analysis::Analysis;
use super::{Rule, repairs};
use crate::coverage::Reach;
use crate::found::{Found, Severity};

pub(super) const RULE: Rule = Rule {
    id: "PC011",
    name: "wide-grant",
    severity: Severity::Warning,
    summary: "A permission lets more APIs or methods invoke the function than there are.",
    why: "A wildcard in the place of the account or of the API lets other APIs invoke the function, today's or tomorrow's: an error. One for all methods of one API is a note: it grants the function to methods that do not call it.",
    mend: "Name the API, the method and the path in the source ARN; a star for the stage is usual.",
    fix: "writes the source ARN of the calls that a permission beyond its API is used for, one permission for each, in a template; all methods of one API are a note that may be meant, and are left.",
};

const LEFT: &str =
    "all methods of an API may be meant; for others, it is not known which calls are";

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for statement in &analysis.coverage.statements {
        let Some(grant) = analysis.scene.grant(&statement.function, statement.index) else {
            continue;
        };
        let Some((pattern, place)) = &grant.source_arn else {
            continue;
        };
        // What others call from has other ARNs, with stars of other meanings.
        if grant.principal != "apigateway.amazonaws.com" {
            continue;
        }
        let Some(reach) = open_arn(pattern).or(statement.reach) else {
            continue;
        };
        let severity = match reach {
            Reach::Anyone | Reach::AnyApi => Severity::Error,
            Reach::WholeApi => Severity::Note,
            Reach::Exact | Reach::AnyStage | Reach::Beyond => continue,
        };
        // The id of an authorizer is not known before it is made.
        if analysis.scene.stand_ins.open_in(pattern).is_some() || pattern.contains("/authorizers/")
        {
            continue;
        }
        if grant.generated {
            continue;
        }
        let name = analysis.function_name(&grant.function);
        let one = Found::new(
            &RULE,
            *place,
            format!("{} on {name}", grant.id),
            format!(
                "{} lets more than one call invoke {name}: {}",
                grant.id,
                reach.sentence()
            ),
        )
        .beside("an ARN that names API, method and path", pattern.clone())
        .severity(severity);
        let narrowed = repairs::narrowed(analysis, grant, statement);
        found.push(match narrowed.filter(|_| severity == Severity::Error) {
            Some(steps) => one.mend("name what it is used for", steps),
            None => one.by_hand(LEFT),
        });
    }
}

/// What a wildcard in the place of the account or of the API opens, whatever is declared.
fn open_arn(pattern: &str) -> Option<Reach> {
    let mut parts = pattern.splitn(6, ':').skip(4);
    let (account, resource) = (parts.next()?, parts.next()?);
    let api = resource.split('/').next()?;
    if account.contains('*') {
        return Some(Reach::Anyone);
    }
    api.contains('*').then_some(Reach::AnyApi)
}
