//! GetDocumentationParts: all of them, or those of a type, a name, a path, or of what is there.

use wire::apigateway::{
    DocumentationPart, DocumentationParts, GetDocumentationParts, GetDocumentationPartsRequest,
};

use model::{ApiDefinition, DocumentationLocation, RestApiRecord};

use super::super::failures::{bad_request, no_api};
use super::super::{asks, pages, records};
use super::{shown, shown_location};
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
        if input.location_status.as_deref() == Some("UNDOCUMENTED") {
            return undocumented(&input, &api);
        }
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

/// Whatever could have a part and has none, as parts "without content": no id and no properties.
fn undocumented(
    input: &GetDocumentationPartsRequest,
    api: &RestApiRecord,
) -> Result<DocumentationParts, Refused> {
    let places = api.documentation.undocumented(&api.definition);
    let places = places.into_iter().enumerate();
    let wanted = places.filter(|(_, place)| fits(input, place, &api.definition));
    let key = |(at, _): &(usize, DocumentationLocation)| format!("{at:020}");
    let page = pages::cut(wanted, input.limit, input.position.as_deref(), key)?;
    let parts = page.items.iter().map(|(_, place)| DocumentationPart {
        location: Some(shown_location(place)),
        ..DocumentationPart::default()
    });
    Ok(DocumentationParts {
        position: page.position,
        items: Some(parts.collect()),
    })
}

fn check(input: &GetDocumentationPartsRequest) -> Result<(), Refused> {
    match input.location_status.as_deref() {
        None | Some("" | "DOCUMENTED" | "UNDOCUMENTED") => Ok(()),
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
