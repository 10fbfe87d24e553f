//! What ImportRestApi and PutRestApi have in common: the parameters, the document, its warnings
//! and its errors.

use std::collections::BTreeMap;

use gateway::Gateway;
use model::{EndpointConfiguration, RestApiRecord};
use openapi::{BasePath, ImportError, ImportOptions, Imported, Mode, Source, WarningOrigin};

use super::super::failures::bad_request;
use super::super::sizes::check_document;
use super::super::{asks, condition_keys, documentation_parts, ids};
use super::{check_endpoint, import_journal, read_policy};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

/// The `parameters` of an import (API Gateway API reference, ImportRestApi).
#[derive(Debug, Default, PartialEq)]
pub(super) struct Parameters {
    pub(super) base_path: BasePath,
    endpoint_types: Option<Vec<String>>,
    ignore_documentation: bool,
}

impl Parameters {
    pub(super) fn read(given: Option<BTreeMap<String, String>>) -> Result<Self, Refused> {
        let mut parameters = Self::default();
        for (name, value) in given.unwrap_or_default() {
            match (name.as_str(), value.as_str()) {
                ("basepath", "ignore") => parameters.base_path = BasePath::Ignore,
                ("basepath", "prepend") => parameters.base_path = BasePath::Prepend,
                ("basepath", "split") => parameters.base_path = BasePath::Split,
                ("endpointConfigurationTypes", "EDGE" | "REGIONAL" | "PRIVATE") => {
                    parameters.endpoint_types = Some(vec![value]);
                }
                ("ignore", "documentation") => parameters.ignore_documentation = true,
                // The wire model counts the other members of the query string among these.
                ("mode" | "failonwarnings", _) => {}
                _ => {
                    return Err(bad_request(format!(
                        "Invalid parameter specified: {name}={value}"
                    )));
                }
            }
        }
        Ok(parameters)
    }
}

/// Reads a document; why one can't be is for the journal, with its positions.
pub(super) fn read(
    rooms: &Rooms,
    call: &Call,
    body: &[u8],
    options: &ImportOptions<'_>,
) -> Result<Imported, Refused> {
    check_document(body)?;
    import(call, body, options).map_err(|error| {
        import_journal::refused(rooms, call, options.api_id, &error);
        bad_request(error.to_string())
    })
}

/// The bytes are read once for a call, whatever they are imported for.
fn import(call: &Call, body: &[u8], options: &ImportOptions<'_>) -> Result<Imported, ImportError> {
    let source = call.kept(|| Source::read(body))?;
    source.import(options, &mut ids::of_kind)
}

/// What must be allowed for what a document brings: its condition keys, and every role in it, also
/// one that the API has already, because the document may use it for something else.
///
/// One that cannot be read brings nothing, and is refused by the import. `api` is where it goes, if
/// that is there already.
pub(super) fn foreseen(
    call: &Call,
    ask: Ask,
    api: Option<&str>,
    body: &[u8],
) -> Result<Needs, Refused> {
    let options = ImportOptions {
        api_id: api.unwrap_or("foreseen"),
        base_path: BasePath::default(),
        existing: None,
    };
    let Ok(imported) = import(call, body, &options) else {
        return Ok(ask.into());
    };
    let ask = condition_keys::imported(ask, &imported.definition);
    let mut asks = asks::with_tags(call, ask, Some(&imported.tags));
    asks.extend(asks::pass_roles(call, api, &imported.definition)?);
    Ok(Needs::Permissions(asks))
}

/// Takes over what a document says, which was checked when it was read, and gives back what it
/// says in vain.
pub(super) fn take(
    rooms: &Rooms,
    call: &Call,
    api: &mut RestApiRecord,
    imported: Imported,
    (parameters, mode): (&Parameters, Mode),
) -> Result<Vec<String>, Refused> {
    let left_out = left_out(&imported);
    api.warnings = imported.told_warnings().map(str::to_owned).collect();
    let policy = match imported.definition.policy.as_deref() {
        // One that stays was read when it came.
        same if same == api.definition.policy.as_deref() => api.definition.policy.clone(),
        policy => read_policy(rooms, call, &api.id, policy)?,
    };
    api.name = imported.title;
    api.description = imported.description;
    api.version = imported.version;
    api.definition = imported.definition;
    api.definition.policy = policy;
    api.tags.extend(imported.tags);
    if let Some(disabled) = imported.disable_execute_api_endpoint {
        api.disable_execute_api_endpoint = disabled;
    }
    if let Some(documentation) = imported.documentation
        && !parameters.ignore_documentation
    {
        documentation_parts::take(&mut api.documentation, documentation, mode)?;
    }
    take_endpoint(&mut api.endpoint, imported.endpoint, parameters);
    check_endpoint(&api.endpoint)?;
    Ok(left_out)
}

/// The parameter decides before the document.
fn take_endpoint(
    endpoint: &mut EndpointConfiguration,
    imported: Option<EndpointConfiguration>,
    parameters: &Parameters,
) {
    let named = imported.as_ref().map(|imported| imported.types.clone());
    let types = parameters
        .endpoint_types
        .clone()
        .or(named)
        .filter(|types| !types.is_empty());
    if let Some(types) = types {
        endpoint.types = types;
        endpoint.ip_address_type = None;
    }
    if let Some(imported) = imported {
        endpoint.vpc_endpoint_ids = imported.vpc_endpoint_ids;
        endpoint.ip_address_type = imported.ip_address_type.or(endpoint.ip_address_type.take());
    }
}

/// `failonwarnings`.
pub(super) fn refuse_warnings(imported: &Imported, fail: Option<bool>) -> Result<(), Refused> {
    let warnings: Vec<_> = imported.told_warnings().collect();
    if fail != Some(true) || warnings.is_empty() {
        return Ok(());
    }
    let warnings = warnings.join("\n\t");
    Err(bad_request(format!(
        "Warnings found during import:\n\t{warnings}"
    )))
}

/// What AWS does not tell its callers: for the journal.
fn left_out(imported: &Imported) -> Vec<String> {
    let ours = imported
        .warnings
        .iter()
        .filter(|warning| warning.origin == WarningOrigin::Portcullis);
    let mut left_out: Vec<_> = ours
        .map(|warning| match &warning.position {
            Some(position) => format!("{position}, {}: {}", warning.path, warning.message),
            None => warning.message.clone(),
        })
        .collect();
    let unserved = Gateway::unserved(&imported.definition);
    left_out.extend(
        unserved
            .iter()
            .map(|(place, reason)| format!("{place}: {reason}")),
    );
    left_out
}
