//! No API and no stage is deployed at the address.

use super::Case;
use super::commands::{Aws, comment};
use super::report::Report;
use super::surroundings::{fits, routes};

/// What AWS answers where nothing is deployed; sizes have other statuses.
const NOWHERE: u16 = 403;

pub(super) fn tell(case: &Case<'_>, report: &mut Report) {
    if case.entry.status != NOWHERE {
        return report.needs("the request is of a size and form that AWS takes, and arrives whole");
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
