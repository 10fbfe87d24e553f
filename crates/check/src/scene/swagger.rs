//! A file that is an API's definition. Which functions and roles there are, it doesn't say: what is called is unknown
//! unless another file says so.

use document::Span;
use template::Evaluated;

use super::{ApiForm, ApiScene, Scene, body};
use crate::coverage::Api;
use crate::found::Place;

pub(crate) fn read(scene: &mut Scene, root: &document::Node, file: usize) {
    let whole = Evaluated::of(root);
    let made = body::read(&whole, file, &mut scene.stand_ins);
    let title = whole.get("info").and_then(|info| info.get("title"));
    let title = title
        .and_then(Evaluated::known_text)
        .unwrap_or_else(|| "API".to_owned());
    let id = scene.stand_ins.made("a", &title);
    let (region, account) = (&scene.stand_ins.region, &scene.stand_ins.account);
    let arn = format!("arn:aws:execute-api:{region}:{account}:{id}");
    let span = whole
        .members()
        .first()
        .map_or(Span::at(root.position), |first| first.key_span);
    scene.landscape.apis.push(Api {
        arn: arn.clone(),
        account: account.clone(),
        name: title.clone(),
        definition: made.definition,
        stages: Vec::new(),
    });
    scene.apis.push(ApiScene {
        arn,
        name: title,
        place: Place { file, span },
        methods: made.methods,
        authorizers: made.authorizers,
        responses: made.responses,
        responses_known: true,
        stages: std::collections::BTreeMap::new(),
        form: ApiForm::Definition,
    });
    if let Some(policy) = whole.get("x-amazon-apigateway-policy") {
        let kind = policy::PolicyType::Resource;
        super::policies::lint_value(scene, policy, file, kind, super::policies::Written::Whole);
    }
}
