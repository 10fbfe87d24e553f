//! PC003: a permission says ANY where the method of the call is another.

use super::analysis::{Analysis, Refusal};
use super::{Rule, grant_mismatch, no_grant, repairs};
use crate::coverage::From;
use crate::found::{Found, Severity};

pub(super) const RULE: Rule = Rule {
    id: "PC003",
    name: "literal-any",
    severity: Severity::Error,
    summary: "A permission says ANY where the method of the call is another.",
    why: "ANY in a source ARN is the name of the configured method ANY and no wildcard: a permission for .../ANY/pets does not let a method GET /pets be called. Where the API has the method ANY, its calls carry ANY literally, and a permission for GET does not match them.",
    mend: "Write a star in the place of ANY, or the method that the API has.",
    fix: "writes the method of the call in the place of ANY, in a template.",
};

pub(super) fn of(analysis: &Analysis<'_>, refusal: &Refusal<'_>) -> Option<Found> {
    let edge = refusal.edge;
    let (grant, pattern) = grant_mismatch::nearest(analysis, refusal)?;
    let From::Method { verb, .. } = &edge.from else {
        return None;
    };
    let said = pattern.splitn(6, ':').nth(5)?.split('/').nth(2)?;
    let literal = said == "ANY" && verb.as_str() != "ANY";
    if !literal {
        return None;
    }
    let name = analysis.function_name(edge.function.as_ref()?);
    let found = Found::new(
        &RULE,
        grant.meant_at(),
        format!("{} by {}", analysis.subject(edge), grant.id),
        format!(
            "{} does not let {} invoke {name}: ANY in a source ARN is no wildcard",
            grant.id,
            analysis.subject(edge)
        ),
    )
    .beside(no_grant::source(analysis, edge), pattern.to_owned())
    .related(analysis.place(edge), "the call is made here");
    let found = analysis.with_remedy(found, edge);
    Some(match repairs::resourced(analysis, grant, edge) {
        Some(steps) => found.mend("write the source ARN of the call", steps),
        None => found,
    })
}
