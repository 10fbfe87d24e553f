//! PutRestApi: a document merged into an API, or put in its place.

use wire::apigateway::{PutRestApi, PutRestApiRequest, RestApi};

use model::RestApiRecord;
use openapi::{BasePath, ImportOptions, Mode};

use super::super::asks::{self, Before};
use super::super::failures::no_api;
use super::super::{records, tags};
use super::reading::{self, Parameters};
use super::{import_journal, lint_policy, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::take_marks;

impl Handle<PutRestApi> for Rooms {
    fn needs(&self, call: &Call, input: &PutRestApiRequest) -> Result<Needs, Refused> {
        let ask = asks::ask::<PutRestApi>(call, &[&input.rest_api_id]);
        reading::foreseen(call, ask, Some(&input.rest_api_id), &input.body)
    }

    async fn handle(&self, authorized: Authorized<PutRestApi>) -> Result<RestApi, Refused> {
        let (input, call) = authorized.into_parts();
        // AWS reads the document before it looks for the API (recorded by its tests of malformed
        // files).
        let missing = || {
            let read = readable(self, &call, &input.rest_api_id, &input.body);
            read.err()
                .unwrap_or_else(|| no_api(&call, &input.rest_api_id))
        };
        let parameters = Parameters::read(input.parameters)?;
        let mode = match input.mode.as_deref() {
            Some("overwrite") => Mode::Overwrite,
            _ => Mode::Merge,
        };
        let change = |api: &mut RestApiRecord| {
            let before = Before::of(api);
            let marks = take_marks(&mut api.tags);
            let imported = {
                let options = ImportOptions {
                    api_id: &input.rest_api_id,
                    base_path: parameters.base_path,
                    existing: Some((&before.definition, mode)),
                };
                reading::read(self, &call, &input.body, &options)?
            };
            reading::refuse_warnings(&imported, input.fail_on_warnings)?;
            let left_out = reading::take(self, &call, api, imported, (&parameters, mode))?;
            tags::check(&api.tags)?;
            api.tags.extend(marks);
            asks::permit_definition(self, &call, &before, &api.definition)?;
            Ok(left_out)
        };
        let (api, left_out) =
            records::change(self, &call, &input.rest_api_id, missing, change).await?;
        lint_policy::<PutRestApi>(self, &call, &api);
        import_journal::left_out(self, &call, &input.rest_api_id, left_out);
        Ok(shown(&api))
    }
}

/// Whether the document can be read at all.
fn readable(rooms: &Rooms, call: &Call, api_id: &str, body: &[u8]) -> Result<(), Refused> {
    let options = ImportOptions {
        api_id,
        base_path: BasePath::default(),
        existing: None,
    };
    reading::read(rooms, call, body, &options).map(|_| ())
}
