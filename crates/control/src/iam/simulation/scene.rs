//! One simulation: the engine is asked for each action on each resource.

use std::collections::BTreeMap;

use model::{AccountId, Arn};
use policy::{Context, Layer, Matched, Policies, Request, Simulation, Source, simulate};
use wire::iam::{
    EvaluationResult, OrganizationsDecisionDetail, PermissionsBoundaryDecisionDetail, Position,
    ResourceSpecificResult, Statement,
};

use super::super::pages::{Page, PageAsk, page};
use super::super::refusal::Refusal;
use super::inputs::Caller;
use super::refusal::Unsimulated;
use super::sources::Held;

/// Combinations of one call. The engine would do more, and the answer could not be read.
const MOST_RESULTS: usize = 10_000;

pub(super) struct Scene {
    pub(super) caller: Caller,
    pub(super) identity: Vec<Held>,
    pub(super) boundary: Option<Vec<Held>>,
    pub(super) service_control: Vec<Vec<Held>>,
    pub(super) resource: Option<Held>,
    /// Of resources whose ARNs do not say.
    pub(super) owner: Option<String>,
    pub(super) context: Context,
}

impl Scene {
    pub(super) fn results(
        &self,
        actions: &[String],
        resources: Option<&[String]>,
    ) -> Result<Vec<EvaluationResult>, Refusal> {
        let everything = [String::from("*")];
        let resources = resources
            .filter(|resources| !resources.is_empty())
            .unwrap_or(&everything);
        if actions.len().saturating_mul(resources.len()) > MOST_RESULTS {
            return Err(Refusal::Simulation(Unsimulated::TooManyResults(
                MOST_RESULTS,
            )));
        }
        actions.iter().try_for_each(|action| check_action(action))?;
        let pairs = actions
            .iter()
            .flat_map(|action| resources.iter().map(move |resource| (action, resource)));
        Ok(pairs
            .map(|(action, resource)| self.result(action, resource))
            .collect())
    }

    fn result(&self, action: &str, resource: &str) -> EvaluationResult {
        let account = self.account_of(resource);
        let request = Request {
            principal: self.caller.principal(),
            action,
            resource,
            resource_account: &account,
            context: &self.context,
        };
        let identity: Vec<Source<'_>> = self.identity.iter().map(Held::source).collect();
        let boundary: Option<Vec<Source<'_>>> = self
            .boundary
            .as_ref()
            .map(|held| held.iter().map(Held::source).collect());
        let levels: Vec<Vec<Source<'_>>> = self
            .service_control
            .iter()
            .map(|level| level.iter().map(Held::source).collect())
            .collect();
        let levels: Vec<&[Source<'_>]> = levels.iter().map(Vec::as_slice).collect();
        let policies = Policies {
            identity: &identity,
            resource: self.resource.as_ref().map(Held::source),
            boundary: boundary.as_deref(),
            service_control: &levels,
            ..Policies::default()
        };
        let told = simulate(&request, &policies);
        render(action, resource, &told, request.crosses_accounts())
    }

    /// The account in the ARN, the owner that is given, or else the caller's.
    fn account_of(&self, resource: &str) -> String {
        if matches!(self.caller, Caller::Anybody(_)) {
            return String::new();
        }
        let arn = Arn::new(resource).ok();
        let named = arn
            .as_ref()
            .map(Arn::account)
            .filter(|account| AccountId::new(account).is_ok());
        match (named, &self.owner) {
            (Some(account), _) => account.to_owned(),
            (None, Some(owner)) => owner.clone(),
            (None, None) => String::new(),
        }
    }
}

/// One operation of one service, without wildcards (IAM API reference, `ActionNames`).
fn check_action(action: &str) -> Result<(), Refusal> {
    let parts = action.split_once(':');
    match parts {
        Some((service, name))
            if !service.is_empty() && !name.is_empty() && !action.contains(['*', '?']) =>
        {
            Ok(())
        }
        _ => Err(Refusal::Simulation(Unsimulated::NotAnAction(
            action.to_owned(),
        ))),
    }
}

/// About every resource at once there are no details and no results of single ones (IAM API
/// reference, EvaluationResult, `EvalDecisionDetails`; printed answers lack both).
fn render(action: &str, resource: &str, told: &Simulation, crosses: bool) -> EvaluationResult {
    let verdict = told.verdict.name().to_owned();
    let matched: Vec<Statement> = told.matched.iter().map(statement).collect();
    let details = crosses.then(|| details(told));
    let names_resource = resource != "*";
    let boundary = told
        .boundary_allows
        .map(|allows| PermissionsBoundaryDecisionDetail {
            allowed_by_permissions_boundary: Some(allows),
        });
    EvaluationResult {
        eval_action_name: action.to_owned(),
        eval_resource_name: Some(resource.to_owned()),
        eval_decision: verdict.clone(),
        matched_statements: Some(matched.clone()),
        missing_context_values: Some(told.missing.clone()),
        organizations_decision_detail: told.organizations_allow.map(|allows| {
            OrganizationsDecisionDetail {
                allowed_by_organizations: Some(allows),
            }
        }),
        permissions_boundary_decision_detail: boundary.clone(),
        eval_decision_details: details
            .clone()
            .or_else(|| names_resource.then(BTreeMap::default)),
        resource_specific_results: names_resource.then(|| {
            vec![ResourceSpecificResult {
                eval_resource_name: resource.to_owned(),
                eval_resource_decision: verdict,
                matched_statements: Some(matched),
                missing_context_values: Some(told.missing.clone()),
                eval_decision_details: details,
                permissions_boundary_decision_detail: boundary,
            }]
        }),
    }
}

/// What each side says by itself, which AWS tells across accounts.
fn details(told: &Simulation) -> BTreeMap<String, String> {
    let sides = told
        .layers
        .iter()
        .filter_map(|(layer, says)| Some((kind(*layer)?.to_owned(), says.name().to_owned())));
    sides.collect()
}

fn statement(matched: &Matched) -> Statement {
    let position = |at: policy::Position| Position {
        line: i32::try_from(at.line).ok(),
        column: i32::try_from(at.column).ok(),
    };
    Statement {
        source_policy_id: Some(matched.source.clone()),
        source_policy_type: kind(matched.place.layer).map(str::to_owned),
        start_position: Some(position(matched.extent.start)),
        end_position: Some(position(matched.extent.end)),
    }
}

/// As recorded in `test_simulate_principle_policy`, and for the resource's as the API reference
/// calls it.
fn kind(layer: Layer) -> Option<&'static str> {
    match layer {
        Layer::Identity => Some("IAM Policy"),
        Layer::Resource => Some("Resource Policy"),
        Layer::Boundary => Some("Permissions Boundary Policy"),
        Layer::ServiceControl => Some("Service Control Policy"),
        Layer::ResourceControl | Layer::Trust | Layer::Session => None,
    }
}

/// By place: one action may be asked about many resources.
pub(super) fn paged(
    results: Vec<EvaluationResult>,
    ask: PageAsk<'_>,
) -> Result<Page<EvaluationResult>, Refusal> {
    let numbered = results.into_iter().enumerate().collect();
    let page = page(numbered, |(place, _)| format!("{place:06}"), ask)?;
    Ok(Page {
        items: page.items.into_iter().map(|(_, result)| result).collect(),
        is_truncated: page.is_truncated,
        marker: page.marker,
    })
}
