//! What speaks for a caller in a decision: the policies by layer, and the condition keys.

use std::sync::LazyLock;

use model::Timestamp;
use policy::{Context, Kind, Policies, Principal, Source};

use crate::caller::{FederatedHolder, Holder, Temporary};
use crate::directory::{Attachments, Directory, NamedPolicy, Sources, User};
use crate::organization::{Levels, Whose};
use crate::{Caller, second_factor};

/// What stands in for the policies of an account's root, where somebody acts in its name.
static ROOT: LazyLock<NamedPolicy> = LazyLock::new(|| {
    let all =
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#;
    NamedPolicy::compile("the root of the account".to_owned(), all, Kind::Identity)
});

/// The layers that belong to a principal.
#[derive(Default)]
pub(crate) struct Standing<'a> {
    identity: Sources<'a>,
    boundary: Option<Sources<'a>>,
    session: Option<Sources<'a>>,
    service_control: Levels,
}

impl<'a> Standing<'a> {
    /// The policies as they are now. A caller whose user or role is gone has none.
    pub(crate) fn of(caller: &'a Caller, directory: &'a Directory) -> Self {
        let standing = match caller.holder() {
            Holder::Nobody | Holder::Root => None,
            Holder::Federated(FederatedHolder { by: None, .. }) => Some(Self::of_root()),
            Holder::User(user) | Holder::Federated(FederatedHolder { by: Some(user), .. }) => {
                directory
                    .user_by_id(&user.id)
                    .filter(|found| found.record().unique_id == user.unique_id)
                    .map(|found| Self::of_user(found, directory))
            }
            Holder::Role(role) => directory
                .role_by_id(&role.id)
                .filter(|found| found.record().unique_id == role.unique_id)
                .map(|found| Self::attached(found.attachments(), directory)),
        };
        Self {
            session: session_policies(caller, directory),
            service_control: service_control(caller, directory),
            ..standing.unwrap_or_default()
        }
    }

    fn of_root() -> Self {
        Self {
            identity: std::iter::once(ROOT.source()).collect(),
            ..Self::default()
        }
    }

    fn of_user(user: &'a User, directory: &'a Directory) -> Self {
        Self {
            identity: user.identity(directory),
            boundary: user.attachments().boundary(directory),
            ..Self::default()
        }
    }

    fn attached(attachments: &'a Attachments, directory: &'a Directory) -> Self {
        Self {
            identity: attachments.identity(directory),
            boundary: attachments.boundary(directory),
            ..Self::default()
        }
    }

    pub(crate) fn policies<'s>(&'s self, resource: Option<Source<'s>>) -> Policies<'s> {
        Policies {
            identity: &self.identity,
            resource,
            boundary: self.boundary.as_deref(),
            session: self.session.as_deref(),
            service_control: self.service_control,
            ..Policies::default()
        }
    }
}

/// The policies that were passed when the session was made. A federated user for whom none was
/// passed may nothing but what names it in person (STS API reference, GetFederationToken).
fn session_policies<'a>(caller: &'a Caller, directory: &'a Directory) -> Option<Sources<'a>> {
    let session = caller.temporary()?;
    let inline = session.policy.iter().map(|policy| Source {
        name: "session policy",
        policy,
    });
    let managed = session.policy_arns.iter();
    let managed = managed.map(|arn| directory.managed_source(arn));
    let sources: Sources<'a> = inline.chain(managed).collect();
    (!sources.is_empty() || caller.is_federated_user()).then_some(sources)
}

/// Service control policies limit everybody in an account but its service-linked roles
/// (Organizations user guide, "Tasks and entities not restricted by SCPs").
fn service_control(caller: &Caller, directory: &Directory) -> Levels {
    directory
        .organization()
        .filter(|_| !is_service_linked(caller))
        .map_or(&[], |organization| {
            organization.service_control(caller.account())
        })
}

/// Resource control policies on an account's resources; they don't limit service-linked roles.
pub(crate) fn resource_control(
    caller: Option<&Caller>,
    directory: &Directory,
    (account, action): (&str, &str),
) -> Levels {
    directory
        .organization()
        .filter(|_| !caller.is_some_and(is_service_linked))
        .map_or(&[], |organization| {
            organization.resource_control(account, action)
        })
}

fn is_service_linked(caller: &Caller) -> bool {
    match caller.principal() {
        Principal::RoleSession { role_arn, .. } => is_service_linked_role(role_arn),
        Principal::Anonymous
        | Principal::Service(_)
        | Principal::Root { .. }
        | Principal::User { .. }
        | Principal::FederatedUser { .. }
        | Principal::Federated { .. } => false,
    }
}

/// They stand under a path of their own, which nobody else may use.
pub(crate) fn is_service_linked_role(arn: &str) -> bool {
    arn.contains(":role/aws-service-role/")
}

/// Whose the resource is (IAM user guide, "AWS global condition context keys").
pub(crate) fn set_resource(context: &mut Context, directory: &Directory, account: &str) {
    context.set("aws:ResourceAccount", account);
    if let Some(organization) = directory.organization() {
        organization.describe(context, account, Whose::Resource);
    }
}

/// What a service says of itself and of the resource for which it acts.
pub(crate) fn set_service(
    context: &mut Context,
    directory: &Directory,
    (principal, source_account): (&Principal, Option<&str>),
) {
    principal.describe(context);
    context.set("aws:ViaAWSService", "false");
    if let Principal::Service(name) = principal {
        context.set_many("aws:PrincipalServiceNamesList", vec![name.clone()]);
    }
    if let (Some(account), Some(organization)) = (source_account, directory.organization()) {
        organization.describe(context, account, Whose::Source);
    }
}

/// The condition keys of a request by `caller`. What the principal says of itself is set last, so
/// that nothing in `keys` can pretend to be it.
pub(crate) fn context_of(
    caller: &Caller,
    directory: &Directory,
    keys: &Context,
    now: Option<Timestamp>,
) -> Context {
    let mut context = caller.request_keys().cloned().unwrap_or_default();
    context.add(keys);
    if let Some(now) = now {
        set_time(&mut context, now);
    }
    caller.principal().describe(&mut context);
    context.set("aws:userid", caller.user_id());
    if context.get("aws:ViaAWSService").is_none() {
        context.set("aws:ViaAWSService", "false");
    }
    if let Some(organization) = directory.organization() {
        let account = caller.account().as_str();
        organization.describe(&mut context, account, Whose::Principal);
    }
    set_tags(&mut context, caller, directory);
    if let Some(session) = caller.temporary() {
        set_session(&mut context, session, now);
    }
    context
}

/// `aws:CurrentTime` and `aws:EpochTime`, which every request has.
pub(crate) fn set_time(context: &mut Context, now: Timestamp) {
    if let Some(time) = iso(now) {
        context.set("aws:CurrentTime", time);
    }
    context.set("aws:EpochTime", now.seconds().to_string());
}

fn iso(time: Timestamp) -> Option<String> {
    let time = jiff::Timestamp::from_second(time.seconds()).ok()?;
    Some(time.to_string())
}

/// Tags of the user or role, then those of the session, which win whatever their case.
fn set_tags(context: &mut Context, caller: &Caller, directory: &Directory) {
    let tags = match caller.holder() {
        Holder::Nobody | Holder::Root | Holder::Federated(FederatedHolder { by: None, .. }) => None,
        Holder::User(user) | Holder::Federated(FederatedHolder { by: Some(user), .. }) => directory
            .user_by_id(&user.id)
            .map(|user| &user.record().tags),
        Holder::Role(role) => directory
            .role_by_id(&role.id)
            .map(|role| &role.record().tags),
    };
    for (key, value) in tags.into_iter().flatten() {
        context.set(format!("aws:PrincipalTag/{key}"), value);
    }
    for tag in caller.session_tags() {
        context.set(format!("aws:PrincipalTag/{}", tag.key), &tag.value);
    }
}

/// What only temporary credentials say.
fn set_session(context: &mut Context, session: &Temporary, now: Option<Timestamp>) {
    if let Some(time) = iso(session.issued) {
        context.set("aws:TokenIssueTime", time);
    }
    let epoch = || context.single("aws:EpochTime")?.parse().ok();
    let now = now.or_else(|| epoch().map(Timestamp::from_seconds));
    second_factor::describe(context, session.mfa, now);
    if let Some(source) = &session.source_identity {
        context.set("aws:SourceIdentity", source);
    }
    if let Some(federation) = &session.federation {
        context.set("aws:FederatedProvider", &federation.provider);
        for (key, values) in &federation.keys {
            context.set_many(key.clone(), values.clone());
        }
    }
}
