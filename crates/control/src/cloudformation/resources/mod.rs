//! The types of resources: one file each, which says what the type's properties are and how it is made, changed and
//! deleted.
//!
//! A type is a [`ResourceType`] and one line in [`TYPES`]. It acts through [`Work::call`] only, so that every step is
//! an operation of the service that owns the resource, decided for whoever the stack acts for. It must never reach
//! the records itself.

mod apigateway;
mod apigatewayv2;
mod cdk;
mod cloudformation;
mod dynamodb;
mod ecr;
mod events;
mod iam;
mod lambda;
mod logs;
mod s3;
mod scheduler;
mod sns;
mod sqs;
mod ssm;

mod foreign;
mod inside;
mod naming;
mod objects;
mod property;
mod query;
mod resource_policy;
mod values;
mod work;

use std::pin::Pin;

use model::MadeResource;
use serde_json::{Map, Value};
use template::{Member, Value as Known};
use wire::schema::OperationSchema;

pub(super) use property::{Change, Property, always, fixed};
pub(super) use work::{Failed, HandlerCode, StackFacts, Work, put};

/// Of everybody: `Custom::Anything` is one too.
const CUSTOM: Type = Type::of::<cloudformation::custom_resource::CustomResource>();

/// All types that are served.
const TYPES: &[Type] = &[
    Type::of::<apigateway::account::Account>(),
    Type::of::<apigateway::api_key::ApiKey>(),
    Type::of::<apigateway::authorizer::Authorizer>(),
    Type::of::<apigateway::base_path_mapping::BasePathMapping>(),
    Type::of::<apigateway::client_certificate::ClientCertificate>(),
    Type::of::<apigateway::deployment::Deployment>(),
    Type::of::<apigateway::documentation_part::DocumentationPart>(),
    Type::of::<apigateway::documentation_version::DocumentationVersion>(),
    Type::of::<apigateway::domain_name::DomainName>(),
    Type::of::<apigateway::gateway_response::GatewayResponse>(),
    Type::of::<apigateway::method::Method>(),
    Type::of::<apigateway::model::Model>(),
    Type::of::<apigateway::request_validator::RequestValidator>(),
    Type::of::<apigateway::resource::Resource>(),
    Type::of::<apigateway::rest_api::RestApi>(),
    Type::of::<apigateway::stage::Stage>(),
    Type::of::<apigateway::usage_plan::UsagePlan>(),
    Type::of::<apigateway::usage_plan_key::UsagePlanKey>(),
    Type::of::<apigateway::vpc_link::VpcLink>(),
    Type::of::<apigatewayv2::api_mapping::ApiMapping>(),
    Type::of::<cdk::metadata::Metadata>(),
    CUSTOM,
    Type::of::<cloudformation::stack::Stack>(),
    Type::of::<cloudformation::wait_condition::WaitCondition>(),
    Type::of::<cloudformation::wait_condition_handle::WaitConditionHandle>(),
    Type::of::<dynamodb::table::Table>(),
    Type::of::<ecr::repository::Repository>(),
    Type::of::<events::rule::Rule>(),
    Type::of::<iam::access_key::AccessKey>(),
    Type::of::<iam::group::Group>(),
    Type::of::<iam::group_policy::GroupPolicy>(),
    Type::of::<iam::instance_profile::InstanceProfile>(),
    Type::of::<iam::managed_policy::ManagedPolicy>(),
    Type::of::<iam::policy::Policy>(),
    Type::of::<iam::role::Role>(),
    Type::of::<iam::role_policy::RolePolicy>(),
    Type::of::<iam::service_linked_role::ServiceLinkedRole>(),
    Type::of::<iam::user::User>(),
    Type::of::<iam::user_policy::UserPolicy>(),
    Type::of::<iam::user_to_group_addition::UserToGroupAddition>(),
    Type::of::<lambda::alias::Alias>(),
    Type::of::<lambda::code_signing_config::CodeSigningConfig>(),
    Type::of::<lambda::event_invoke_config::EventInvokeConfig>(),
    Type::of::<lambda::event_source_mapping::EventSourceMapping>(),
    Type::of::<lambda::function::Function>(),
    Type::of::<lambda::layer_version::LayerVersion>(),
    Type::of::<lambda::layer_version_permission::LayerVersionPermission>(),
    Type::of::<lambda::permission::Permission>(),
    Type::of::<lambda::resource_policy::ResourcePolicy>(),
    Type::of::<lambda::url::Url>(),
    Type::of::<lambda::version::Version>(),
    Type::of::<logs::log_group::LogGroup>(),
    Type::of::<logs::log_stream::LogStream>(),
    Type::of::<logs::metric_filter::MetricFilter>(),
    Type::of::<logs::subscription_filter::SubscriptionFilter>(),
    Type::of::<s3::bucket::Bucket>(),
    Type::of::<s3::bucket_policy::BucketPolicy>(),
    Type::of::<scheduler::schedule::Schedule>(),
    Type::of::<sns::subscription::Subscription>(),
    Type::of::<sns::topic::Topic>(),
    Type::of::<sns::topic_policy::TopicPolicy>(),
    Type::of::<sqs::queue::Queue>(),
    Type::of::<sqs::queue_policy::QueuePolicy>(),
    Type::of::<ssm::parameter::Parameter>(),
];

/// How resources of one type are made, changed and deleted.
pub(super) trait ResourceType: 'static {
    /// `AWS::Service::Name`
    const NAME: &'static str;
    const PROPERTIES: &'static [Property];
    /// What `Fn::GetAtt` may ask for.
    const ATTRIBUTES: &'static [&'static str];
    /// The operation whose input the properties become, for the names that stand inside of them.
    const MODEL: Option<&'static OperationSchema> = None;

    /// Makes the resource. It must leave nothing behind when it fails, or say what it left in
    /// [`Failed::partial`].
    ///
    /// After a restart it is called once more for what may be made already, with [`Work::again`] set, and the same
    /// [`Work::name`]: it must take over what it finds then.
    fn create(work: &Work<'_>) -> impl Future<Output = Result<Made, Failed>> + Send;

    /// Changes the resource in place; called only if nothing changed that needs a new one. It may be called twice.
    fn update(
        work: &Work<'_>,
        before: &MadeResource,
    ) -> impl Future<Output = Result<Made, Failed>> + Send;

    /// Deletes the resource. That it is gone already is success.
    fn delete(
        work: &Work<'_>,
        made: &MadeResource,
    ) -> impl Future<Output = Result<(), Failed>> + Send;
}

/// What was made.
#[derive(Debug, Clone, Default)]
pub(super) struct Made {
    /// What `Ref` gives.
    pub(super) physical_id: String,
    /// What `Fn::GetAtt` gives.
    pub(super) attributes: Map<String, Value>,
    /// Whether nobody is shown the attributes.
    pub(super) no_echo: bool,
}

impl Made {
    pub(super) fn new(physical_id: impl Into<String>) -> Self {
        Self {
            physical_id: physical_id.into(),
            attributes: Map::new(),
            no_echo: false,
        }
    }

    #[must_use]
    pub(super) fn with(mut self, attribute: &str, value: impl Into<Value>) -> Self {
        self.attributes.insert(attribute.to_owned(), value.into());
        self
    }
}

type Doing<'a, T> = Pin<Box<dyn Future<Output = Result<T, Failed>> + Send + 'a>>;

/// A type as the engine sees it.
#[derive(Clone, Copy)]
pub(super) struct Type {
    pub(super) name: &'static str,
    pub(super) properties: &'static [Property],
    attributes: &'static [&'static str],
    model: Option<&'static OperationSchema>,
    pub(super) create: for<'a> fn(&'a Work<'a>) -> Doing<'a, Made>,
    pub(super) update: for<'a> fn(&'a Work<'a>, &'a MadeResource) -> Doing<'a, Made>,
    pub(super) delete: for<'a> fn(&'a Work<'a>, &'a MadeResource) -> Doing<'a, ()>,
}

impl Type {
    const fn of<T: ResourceType>() -> Self {
        Self {
            name: T::NAME,
            properties: T::PROPERTIES,
            attributes: T::ATTRIBUTES,
            model: T::MODEL,
            create: |work| Box::pin(T::create(work)),
            update: |work, before| Box::pin(T::update(work, before)),
            delete: |work, made| Box::pin(T::delete(work, made)),
        }
    }

    /// Whether a function makes the resources of that type.
    pub(super) fn is_custom(name: &str) -> bool {
        name == CUSTOM.name || name.starts_with("Custom::")
    }

    /// The type of that name, if it is served.
    pub(super) fn named(name: &str) -> Option<&'static Self> {
        let is_custom = Self::is_custom(name);
        TYPES
            .iter()
            .find(|known| known.name == name || (is_custom && known.name == CUSTOM.name))
    }

    pub(super) fn has_attribute(&self, name: &str) -> bool {
        self.attributes
            .iter()
            .any(|known| *known == name || *known == "*")
    }

    fn property(&self, name: &str) -> Option<&'static Property> {
        self.properties.iter().find(|known| known.name == name)
    }

    /// What is wrong with the names of a resource's properties and of what stands in them, in AWS's words.
    pub(super) fn check(&self, logical_id: &str, properties: &[Member]) -> Result<(), String> {
        let is_open = self.properties.iter().any(|known| known.name == "*");
        let given = || {
            let members = properties.iter();
            members.filter(|member| !matches!(member.value.value, Known::Absent))
        };
        if let Some(unknown) = given().find(|one| !is_open && self.property(&one.key).is_none()) {
            return Err(format!("Encountered unsupported property {}", unknown.key));
        }
        let invalid = |what: String| {
            format!("Properties validation failed for resource {logical_id} with message:\n#{what}")
        };
        let is_given = |known: &Property| given().any(|member| member.key == known.name);
        let mut required = self.properties.iter().filter(|known| known.is_required);
        if let Some(missing) = required.find(|known| !is_given(known)) {
            return Err(invalid(format!(
                ": required key [{}] not found",
                missing.name
            )));
        }
        let mut inside = given().filter_map(|member| {
            let property = self.property(&member.key)?;
            inside::extraneous(property, self.model, &member.value)
        });
        match inside.next() {
            Some(inside::Extraneous { path, name }) => Err(invalid(format!(
                "{path}: extraneous key [{name}] is not permitted"
            ))),
            None => Ok(()),
        }
    }

    /// What a change of one property asks for.
    pub(super) fn change_of(&self, name: &str) -> Change {
        self.property(name)
            .map_or(Change::InPlace, |known| known.change)
    }

    /// What a change from one set of properties to another asks for.
    pub(super) fn change(&self, before: &Map<String, Value>, after: &Map<String, Value>) -> Change {
        let names = before.keys().chain(after.keys());
        let changed = names.filter(|name| before.get(*name) != after.get(*name));
        changed
            .map(|name| self.change_of(name))
            .max()
            .unwrap_or(Change::None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `Name`, with a star if it is required and an exclamation mark if its change needs a new resource.
    fn shown(property: &Property) -> String {
        let star = if property.is_required { "*" } else { "" };
        let mark = match property.change {
            Change::Replacement => "!",
            Change::None | Change::InPlace => "",
        };
        format!("{}{star}{mark}", property.name)
    }

    #[test]
    fn the_page_lists_what_is_served() {
        let page = include_str!("../../../../../docs/cloudformation.md");
        let rows = TYPES.iter().map(|one| {
            let properties: Vec<String> = one.properties.iter().map(shown).collect();
            let (properties, attributes) = (properties.join(", "), one.attributes.join(", "));
            format!("| {} | {properties} | {attributes} |\n", one.name)
        });
        let table = rows.collect::<String>();
        assert!(
            page.contains(&table),
            "the table of docs/cloudformation.md must be:\n{table}"
        );
    }

    #[test]
    fn every_type_stands_once() {
        for (at, one) in TYPES.iter().enumerate() {
            assert!(
                TYPES
                    .iter()
                    .skip(at + 1)
                    .all(|other| other.name != one.name)
            );
            assert_eq!(
                Type::named(one.name).map(|found| found.name),
                Some(one.name)
            );
        }
    }
}
