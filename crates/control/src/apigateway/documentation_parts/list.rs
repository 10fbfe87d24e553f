//! GetDocumentationParts: all of them, or those of a type, a name, a path, or of what is there.

use wire::apigateway::{DocumentationParts, GetDocumentationParts, GetDocumentationPartsRequest};

use model::{ApiDefinition, DocumentationLocation};

use super::super::failures::{bad_request, no_api, not_served};
use super::super::{asks, pages, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetDocumentationParts> for Rooms {
    fn needs(&self, call: &Call, input: &GetDocumentationPartsRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetDocumentationParts>(
            call,
            &[&input.rest_api_id],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<GetDocumentationParts>,
    ) -> Result<DocumentationParts, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        check(&input)?;
        let api = records::read(self, &call, &input.rest_api_id, missing).await?;
        let parts = api.documentation.parts.iter().enumerate();
        let wanted = parts.filter(|(_, part)| fits(&input, &part.location, &api.definition));
        let place = |(at, _): &(usize, &model::DocumentationPart)| format!("{at:020}");
        let page = pages::cut(wanted, input.limit, input.position.as_deref(), place)?;
        let parts = page.items.into_iter().map(|(_, part)| shown(part));
        Ok(DocumentationParts {
            position: page.position,
            items: Some(parts.collect()),
        })
    }
}

/// `UNDOCUMENTED` would list what has no part, as parts without an id.
fn check(input: &GetDocumentationPartsRequest) -> Result<(), Refused> {
    match input.location_status.as_deref() {
        None | Some("" | "DOCUMENTED") => Ok(()),
        Some("UNDOCUMENTED") => Err(not_served("locationStatus UNDOCUMENTED")),
        Some(other) => Err(bad_request(format!("Invalid location status: {other}"))),
    }
}

/// `DOCUMENTED` asks for the parts whose entities the API has.
fn fits(
    input: &GetDocumentationPartsRequest,
    location: &DocumentationLocation,
    definition: &ApiDefinition,
) -> bool {
    let is = |wanted: &Option<String>, has: Option<&str>| {
        wanted
            .as_deref()
            .is_none_or(|wanted| wanted.is_empty() || has == Some(wanted))
    };
    let path = location.kind.has_path();
    let path = path.then(|| location.path.as_deref().unwrap_or("/"));
    is(&input.type_, Some(location.kind.as_str()))
        && named(location, input.name_query.as_deref())
        && is(&input.path, path)
        && (input.location_status.is_none() || location.is_in(definition))
}

/// "The name of API entities of the to-be-retrieved documentation parts": a part of the name is
/// enough.
fn named(location: &DocumentationLocation, wanted: Option<&str>) -> bool {
    let name = location.name.as_deref().unwrap_or_default();
    wanted.is_none_or(|wanted| name.contains(wanted))
}
