//! What a call submits, checked before anything of it is kept: the template with its transforms, the parameters, the
//! capabilities.

mod capabilities;
mod guard;
mod include;
mod parameters;
mod source;
mod transforms;

use std::collections::{BTreeMap, BTreeSet};

use model::{StackDesign, StackRecord};
use template::{Parameter as Declared, Template};
use wire::cloudformation::{Parameter, Tag};

pub(super) use capabilities::{Needed, of_resources, of_transforms};
pub(super) use source::TemplateSource;

use super::blueprint::{Blueprint, read};
use super::failures::validation;
use super::resources::StackFacts;
use super::{engine, exports};
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// AWS gives 50 tags.
const MOST_TAGS: usize = 50;

/// What CreateStack, UpdateStack and CreateChangeSet have in common.
pub(super) struct Submission {
    pub(super) template: TemplateSource,
    pub(super) parameters: Vec<Parameter>,
    pub(super) capabilities: Vec<String>,
    pub(super) tags: Option<Vec<Tag>>,
    pub(super) role_arn: Option<String>,
    /// Patterns of types that may be in the template.
    pub(super) resource_types: Option<Vec<String>>,
}

/// Why a design can't become a stack.
#[derive(Debug)]
pub(super) enum Rejected {
    /// A change set tells it, and is there all the same.
    Transform(String),
    Refused(Refused),
}

impl<R: Into<Refused>> From<R> for Rejected {
    fn from(refused: R) -> Self {
        Self::Refused(refused.into())
    }
}

/// Whether a template may be expanded by transforms only with a capability.
#[derive(Debug, Clone, Copy)]
enum Expanding {
    Asked,
    Shown,
}

/// A design that can become a stack.
pub(super) struct Accepted {
    pub(super) design: StackDesign,
    pub(super) blueprint: Blueprint,
}

impl Submission {
    /// The same where a transform that fails is refused like everything else.
    pub(super) async fn accept(
        self,
        rooms: &Rooms,
        call: &Call,
        stack: &StackRecord,
        before: Option<&StackDesign>,
    ) -> Result<Accepted, Refused> {
        let accepted = self.judged((rooms, call), stack, before, Expanding::Asked);
        accepted.await.map_err(|rejected| match rejected {
            Rejected::Transform(reason) => validation(reason),
            Rejected::Refused(refused) => refused,
        })
    }

    /// The same for a change set: whoever makes one sees what a transform made before anything is done
    /// with it, so that AWS asks for no capability to expand there (CloudFormation API reference,
    /// CreateChangeSet, Capabilities).
    pub(super) async fn attempt(
        self,
        rooms: &Rooms,
        call: &Call,
        stack: &StackRecord,
        before: Option<&StackDesign>,
    ) -> Result<Accepted, Rejected> {
        self.judged((rooms, call), stack, before, Expanding::Shown)
            .await
    }

    /// Reads and checks everything. `before` is what the stack is made of now, `stack` whose it will be.
    async fn judged(
        self,
        (rooms, call): (&Rooms, &Call),
        stack: &StackRecord,
        before: Option<&StackDesign>,
        expanding: Expanding,
    ) -> Result<Accepted, Rejected> {
        let original = self.template.read(rooms, call, before).await?;
        let template = read(&original)?;
        let given = parameters::given(&template, self.parameters, before)?;
        match expanding {
            Expanding::Asked => self::check_capabilities(&template, &self.capabilities)?,
            Expanding::Shown => {}
        }
        guard::judge(rooms, call, &original, &given)?;
        let processed = transforms::processed(rooms, call, &template, &given).await?;
        let design = StackDesign {
            description: template
                .root()
                .get("Description")
                .and_then(document::Node::scalar),
            shown: parameters::shown(&template, &given),
            hidden_defaults: parameters::hidden_defaults(&template, &given),
            ssm: parameters::from_ssm(rooms, call, &template, &given).await?,
            template: original,
            processed,
            parameters: given,
            tags: tags(self.tags, before)?,
            capabilities: self.capabilities,
            notification_arns: Vec::new(),
            role_arn: self
                .role_arn
                .or_else(|| before.and_then(|before| before.role_arn.clone())),
            change_set_id: None,
        };
        let exports = exports::of(rooms, stack).await?;
        let facts = StackFacts {
            tags: design.tags.clone(),
            capabilities: design.capabilities.clone(),
            ..engine::facts_of(stack)
        };
        let blueprint = Blueprint::of(&design, &facts, exports)?;
        check_types(&blueprint, self.resource_types.as_deref())?;
        check_iam(&blueprint, &design.capabilities)?;
        if let Some(role) = &design.role_arn {
            engine::session(rooms, role).map_err(|refused| {
                validation(engine::unusable(role)).because(refused.into_denied())
            })?;
        }
        Ok(Accepted { design, blueprint })
    }
}

fn check_capabilities(template: &Template, given: &[String]) -> Result<(), Refused> {
    match of_transforms(template) {
        Some(needed) => needed.check(given),
        None => Ok(()),
    }
}

fn check_iam(blueprint: &Blueprint, given: &[String]) -> Result<(), Refused> {
    match of_resources(blueprint.template()) {
        Some(needed) => needed.check(given),
        None => Ok(()),
    }
}

/// Recorded in `test_update_with_resource_types`.
fn check_types(blueprint: &Blueprint, allowed: Option<&[String]>) -> Result<(), Refused> {
    let Some(allowed) = allowed.filter(|list| !list.is_empty()) else {
        return Ok(());
    };
    let kinds: BTreeSet<&str> = blueprint
        .resources()
        .values()
        .map(|planned| planned.kind.as_str())
        .collect();
    for kind in kinds {
        let fits = |pattern: &String| match pattern.strip_suffix("::*") {
            Some(prefix) => kind
                .strip_prefix(prefix)
                .is_some_and(|rest| rest.starts_with("::")),
            None => pattern == kind || pattern == "AWS::*",
        };
        if !allowed.iter().any(fits) {
            return Err(validation(format!(
                "Resource type {kind} is not allowed by parameter ResourceTypes [{}]",
                allowed.join(", ")
            )));
        }
    }
    Ok(())
}

fn tags(
    given: Option<Vec<Tag>>,
    before: Option<&StackDesign>,
) -> Result<BTreeMap<String, String>, Refused> {
    let Some(given) = given else {
        return Ok(before.map(|before| before.tags.clone()).unwrap_or_default());
    };
    let count = given.len();
    let reserved = given.iter().find(|tag| crate::tags::is_reserved(&tag.key));
    if reserved.is_some() {
        return Err(validation(
            "aws: prefixed tag key names are not allowed for external use.",
        ));
    }
    let tags: BTreeMap<String, String> =
        given.into_iter().map(|tag| (tag.key, tag.value)).collect();
    if tags.len() < count {
        return Err(validation(
            "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
        ));
    }
    if count > MOST_TAGS {
        return Err(validation(format!(
            "Number of tags, {count}, is greater than maximum allowed, {MOST_TAGS}"
        )));
    }
    Ok(tags)
}

/// Parameters that a template declares, for those who ask what it is.
pub(super) fn declared(template: &Template) -> Vec<(String, Declared)> {
    template
        .section("Parameters")
        .map(|found| (found.name.to_owned(), Declared::of(&found)))
        .collect()
}

/// The names of the transforms that a template asks for.
pub(super) fn transform_names(template: &Template) -> Vec<String> {
    transforms::names(template)
}
