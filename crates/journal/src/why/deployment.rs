//! No API and no stage is deployed at the address.

use super::Case;
use super::commands::{Aws, comment};
use super::report::Report;
use super::surroundings::{fits, routes};

/// What AWS answers where nothing is deployed; sizes have other statuses.
const NOWHERE: u16 = 403;

pub(super) fn tell(case: &Case<'_>, report: &mut Report) {
    if case.entry.status != NOWHERE {
        return report.needs(size_or_form(case.entry.status));
    }
    let Some(api) = case.around.api else {
        return no_api(case, report);
    };
    let stages = case.around.stages();
    let asked = &*case.entry.stage;
    let id = api.id.as_str();
    if stages.is_empty() {
        report.needs(format!("the API {id} is deployed: it has no stage"));
        let command = Aws::new("apigateway create-deployment")
            .option("rest-api-id", id)
            .option("stage-name", if asked.is_empty() { "dev" } else { asked })
            .option("region", api.region.as_str());
        return report.fix_with(command.line());
    }
    if stages.contains(&asked) {
        report.note(format!(
            "the stage {asked} is there now: it was deployed after the request"
        ));
        return;
    }
    let listed = stages.join(", ");
    report.needs(format!(
        "the path begins with a stage of the API {id}: {listed}"
    ));
    let whole = case.entry.path.split('?').next().unwrap_or_default();
    let forgotten = routes(&api.definition)
        .iter()
        .any(|route| fits(&route.path, whole));
    if let (true, Some(stage)) = (forgotten, stages.first()) {
        report.note(format!(
            "{whole} is a path of the API: the stage was forgotten before it"
        ));
        let url = format!(
            "{}/_aws/execute-api/{id}/{stage}{whole}",
            case.around.endpoint
        );
        report.fix_with(comment(&format!("call {url}")));
    }
}

/// Of requests that are refused before anybody looks where they go (API Gateway developer guide, "Amazon API Gateway
/// quotas and important notes").
fn size_or_form(status: u16) -> &'static str {
    match status {
        413 => "the body has at most 10 MB (10,485,760 bytes)",
        414 => "the URL is shorter: AWS takes no more of it",
        415 => "the body is compressed as its Content-Encoding says: gzip, deflate or identity",
        431 => "the headers together have at most 10,240 bytes",
        400 => "the body arrives whole, as long as its Content-Length says",
        500.. => {
            "nothing that the caller can change: the server ended the request by a defect of its own, \
             and its log has more of it"
        }
        _ => "the request is of a size and form that AWS takes",
    }
}

fn no_api(case: &Case<'_>, report: &mut Report) {
    let id = &*case.entry.api_id;
    report.needs(format!("there is an API with the id {id}"));
    let others = case.around.other_apis.iter().take(10);
    let others: Vec<String> = others.map(|(id, name)| format!("{id} ({name})")).collect();
    report.note(if others.is_empty() {
        "no API exists".to_owned()
    } else {
        format!("the APIs that exist: {}", others.join(", "))
    });
}
