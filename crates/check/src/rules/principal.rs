//! PC005: a permission that fits the call is for another principal than API Gateway.

use super::Rule;
use super::analysis::{Analysis, Refusal};
use crate::found::{Found, Severity};
use crate::mend::{At, Step};

pub(super) const RULE: Rule = Rule {
    id: "PC005",
    name: "wrong-principal",
    severity: Severity::Error,
    summary: "A permission that fits the call is for another principal than API Gateway.",
    why: "API Gateway calls a function as the service principal apigateway.amazonaws.com. A permission for lambda.amazonaws.com, for edgelambda or for an account does not cover it, even if its source ARN is that of the API.",
    mend: "Write apigateway.amazonaws.com as the principal.",
    fix: "writes apigateway.amazonaws.com as the principal, in a template.",
};

const RIGHT: &str = "apigateway.amazonaws.com";

pub(super) fn of(analysis: &Analysis<'_>, refusal: &Refusal<'_>) -> Option<Found> {
    let edge = refusal.edge;
    let api = edge.api.rsplit(':').next()?;
    let function = edge.function.as_ref()?;
    let grants = analysis
        .scene
        .grants
        .iter()
        .filter(|grant| grant.function == *function);
    let mut meant = grants.filter(|grant| {
        let for_api = grant
            .source_arn
            .as_ref()
            .is_some_and(|(pattern, _)| pattern.contains(&format!(":{api}/")));
        for_api && grant.principal != RIGHT
    });
    let grant = meant.next()?;
    let place = grant.principal_place.unwrap_or(grant.place);
    let found = Found::new(
        &RULE,
        place,
        format!("{} is for {}", grant.id, grant.principal),
        format!(
            "{} has the source ARN of {}, but is not for API Gateway",
            grant.id,
            analysis.api(edge)?.name
        ),
    )
    .beside(RIGHT, grant.principal.clone())
    .related(analysis.place(edge), "the call that it is meant for");
    let step = Step::set(At::place(place), RIGHT);
    Some(found.mend("name API Gateway", vec![step]))
}
