//! Layers that would have to allow, and do not: in the order in which the decision asks them.

use super::statement::{NewPrincipal, NewStatement};
use super::{Addition, Fix, Obstacle};
use crate::decide::Case;
use crate::decision::Layer;
use crate::document::{Grade, Kind, Policy, Version};
use crate::request::Source;

pub(super) fn obstacles(case: Case<'_>) -> Vec<Obstacle> {
    let mut found = Vec::new();
    control(case, Layer::ResourceControl, &mut found);
    if !case.request.principal.has_identity() {
        if case.granted_on_resource().is_none() {
            found.push(of(case.on_resource, [on_resource(case)]));
        }
        return found;
    }
    control(case, Layer::ServiceControl, &mut found);
    grants(case, &mut found);
    found
}

/// Each level of the organization that does not allow.
fn control(case: Case<'_>, layer: Layer, found: &mut Vec<Obstacle>) {
    let mut first = 0;
    for (level, sources) in case.levels(layer).iter().enumerate() {
        if case.layer_allows(layer, sources).is_err() {
            let place = Place {
                layer,
                level,
                policy: sources.first().map(|source| (first, *source)),
            };
            found.push(of(layer, [addition(case, place)]));
        }
        first += sources.len();
    }
}

/// What grants, and what is left of the grant by boundary and session.
fn grants(case: Case<'_>, found: &mut Vec<Obstacle>) {
    let crosses = case.request.crosses_accounts();
    let granted = case.granted_on_resource().map(|(grade, _)| grade);
    let needed = crosses || case.on_resource == Layer::Trust;
    if granted.is_none() && needed {
        found.push(of(case.on_resource, [on_resource(case)]));
    }
    let grade = granted.or_else(|| needed.then(|| grade_of_addition(case)).flatten());
    if grade == Some(Grade::Direct) && !crosses {
        return;
    }
    let by_own = crosses || matches!(grade, Some(Grade::Account) | None);
    if by_own && case.identity_allows().is_err() {
        let on_resource = (!crosses).then(|| on_resource(case)).flatten();
        found.push(of(
            Layer::Identity,
            [own(case, Layer::Identity, None), on_resource],
        ));
    }
    for (layer, sources) in [
        (Layer::Boundary, case.policies.boundary),
        (Layer::Session, case.session()),
    ] {
        if let Some(sources) = sources
            && case.layer_allows(layer, sources).is_err()
        {
            found.push(of(layer, [own(case, layer, sources.first())]));
        }
    }
}

fn of(layer: Layer, fixes: impl IntoIterator<Item = Option<Addition>>) -> Obstacle {
    Obstacle {
        layer,
        fixes: fixes.into_iter().flatten().map(Fix::Add).collect(),
    }
}

/// Where a statement is to go.
#[derive(Clone, Copy)]
struct Place<'a> {
    layer: Layer,
    level: usize,
    /// The policy to add to, with its index in the layer.
    policy: Option<(usize, Source<'a>)>,
}

fn on_resource(case: Case<'_>) -> Option<Addition> {
    let place = Place {
        layer: case.on_resource,
        level: 0,
        policy: case.policies.resource.map(|source| (0, source)),
    };
    addition(case, place)
}

fn own(case: Case<'_>, layer: Layer, source: Option<&Source<'_>>) -> Option<Addition> {
    let place = Place {
        layer,
        level: 0,
        policy: source.map(|source| (0, *source)),
    };
    addition(case, place)
}

/// How closely the statement that would be added names the one who asks.
fn grade_of_addition(case: Case<'_>) -> Option<Grade> {
    let added = on_resource(case)?;
    let policy = compile(&added.statement, case.on_resource)?;
    let statement = policy.statements().first()?;
    let (principal, context) = (case.request.principal, case.request.context);
    statement.principals()?.grade(principal, context)
}

/// `None` where no statement would have the wanted effect.
fn addition(case: Case<'_>, place: Place<'_>) -> Option<Addition> {
    let version = place
        .policy
        .map_or(Version::V2012, |(_, source)| source.policy.version());
    let principal = match place.layer {
        Layer::Resource | Layer::Trust => Some(NewPrincipal::of(case.request.principal)),
        Layer::ResourceControl => Some(NewPrincipal::Everyone),
        Layer::ServiceControl | Layer::Identity | Layer::Boundary | Layer::Session => None,
    };
    let statement = NewStatement::of(case.request, place.layer, principal, version);
    let policy = compile_as(&statement, place.layer, version)?;
    let only = policy.statements().first()?;
    case.applies(place.layer, only).then(|| Addition {
        layer: place.layer,
        level: place.level,
        source: place.policy.map(|(index, _)| index),
        source_name: place.policy.map(|(_, source)| source.name.to_owned()),
        statement,
    })
}

fn compile(statement: &NewStatement, layer: Layer) -> Option<Policy> {
    compile_as(statement, layer, Version::V2012)
}

fn compile_as(statement: &NewStatement, layer: Layer, version: Version) -> Option<Policy> {
    let kind = match layer {
        Layer::Resource | Layer::ResourceControl => Kind::Resource,
        Layer::Trust => Kind::Trust,
        Layer::ServiceControl | Layer::Identity | Layer::Boundary | Layer::Session => {
            Kind::Identity
        }
    };
    let version = match version {
        Version::V2008 => "2008-10-17",
        Version::V2012 => "2012-10-17",
    };
    let document = format!(r#"{{"Version":"{version}","Statement":[{statement}]}}"#);
    Policy::parse(&document, kind).ok()
}
