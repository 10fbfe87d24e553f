//! PC004: a permission names a resource by its logical id where AWS needs its id or name.

use super::analysis::{Analysis, Refusal};
use super::{Rule, no_grant, repairs};
use crate::found::{Found, Severity};
use crate::mend::{At, Step};

pub(crate) const RULE: Rule = Rule {
    id: "PC004",
    name: "logical-id-in-arn",
    severity: Severity::Error,
    summary: "A permission names a resource by its logical id where AWS needs its id or name.",
    why: "The logical id of a template is replaced by an id or a name that AWS gives. A source ARN with the logical id of the API, or a function named by its logical id, matches nothing.",
    mend: "Refer to the resource: !Ref, !GetAtt, or ${LogicalId} inside of !Sub.",
    fix: "writes a reference in the place of the logical id, in a template.",
};

pub(super) fn of(analysis: &Analysis<'_>, refusal: &Refusal<'_>) -> Option<Found> {
    let edge = refusal.edge;
    let api = analysis.api(edge)?;
    let function = edge.function.as_ref()?;
    let grants = analysis
        .scene
        .grants
        .iter()
        .filter(|grant| grant.function == *function);
    let mut named = grants.filter_map(|grant| {
        let (pattern, place) = grant.source_arn.as_ref()?;
        let id = pattern.splitn(6, ':').nth(5)?.split('/').next()?;
        (id == api.name).then_some((grant, pattern, *place))
    });
    let (grant, pattern, place) = named.next()?;
    let found = Found::new(
        &RULE,
        place,
        format!("{} of {}", grant.id, api.name),
        format!(
            "{} names the API by its logical id {}, which is not its id",
            grant.id, api.name
        ),
    )
    .beside(no_grant::source(analysis, edge), pattern.clone())
    .related(analysis.place(edge), "the call that it is meant for");
    let found = analysis.with_remedy(found, edge);
    if !repairs::is_written(analysis, grant) {
        return Some(found);
    }
    let source = repairs::substituted(&no_grant::source(analysis, edge));
    let step = Step::set(At::place(place), source);
    Some(found.mend("refer to the API", vec![step]))
}
