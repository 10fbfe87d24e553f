//! Documentation versions: the documentation parts of an API as they were at a point in time.

mod create;
mod delete;
mod get;
mod list;
mod update;

use model::DocumentationVersion;

use super::times;

fn shown(version: &DocumentationVersion) -> wire::apigateway::DocumentationVersion {
    wire::apigateway::DocumentationVersion {
        version: Some(version.version.clone()),
        created_date: Some(times::shown(version.created)),
        description: version.description.clone(),
    }
}
