//! What speaks for a caller in a decision: the policies by layer, and the condition keys.

use model::Timestamp;
use policy::{Context, Policies, Source};

use crate::Caller;
use crate::caller::Holder;
use crate::directory::{Attachments, Directory, Sources, User};

/// The layers that belong to a principal.
#[derive(Default)]
pub(crate) struct Standing<'a> {
    identity: Sources<'a>,
    boundary: Option<Sources<'a>>,
    session: Option<[Source<'a>; 1]>,
}

impl<'a> Standing<'a> {
    /// The policies as they are now. A caller whose user or role is gone has none.
    pub(crate) fn of(caller: &'a Caller, directory: &'a Directory) -> Self {
        let standing = match caller.holder() {
            Holder::Root => None,
            Holder::User(user) => directory
                .user_by_id(&user.id)
                .filter(|found| found.record().unique_id == user.unique_id)
                .map(|found| Self::of_user(found, directory)),
            Holder::Session(session) => directory
                .role_by_id(&session.role_id)
                .filter(|found| found.record().unique_id == session.role_unique_id)
                .map(|found| Self::attached(found.attachments(), directory)),
        };
        let mut standing = standing.unwrap_or_default();
        standing.session = caller.session_policy().map(|policy| {
            [Source {
                name: "session policy",
                policy,
            }]
        });
        standing
    }

    fn of_user(user: &'a User, directory: &'a Directory) -> Self {
        Self {
            identity: user.identity(directory),
            boundary: user.attachments().boundary(directory),
            session: None,
        }
    }

    fn attached(attachments: &'a Attachments, directory: &'a Directory) -> Self {
        Self {
            identity: attachments.identity(directory),
            boundary: attachments.boundary(directory),
            session: None,
        }
    }

    pub(crate) fn policies<'s>(&'s self, resource: Option<Source<'s>>) -> Policies<'s> {
        Policies {
            identity: &self.identity,
            resource,
            boundary: self.boundary.as_deref(),
            session: self.session.as_ref().map(<[Source<'_>; 1]>::as_slice),
            ..Policies::default()
        }
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
    for (key, values) in keys.iter() {
        context.set_many(key.to_owned(), values.to_vec());
    }
    if let Some(now) = now {
        set_time(&mut context, now);
    }
    caller.principal().describe(&mut context);
    context.set("aws:userid", caller.user_id());
    set_tags(&mut context, caller, directory);
    context
}

/// `aws:CurrentTime` and `aws:EpochTime`, which every request has.
pub(crate) fn set_time(context: &mut Context, now: Timestamp) {
    if let Ok(time) = jiff::Timestamp::from_second(now.seconds()) {
        context.set("aws:CurrentTime", time.to_string());
    }
    context.set("aws:EpochTime", now.seconds().to_string());
}

fn set_tags(context: &mut Context, caller: &Caller, directory: &Directory) {
    let tags = match caller.holder() {
        Holder::Root => return,
        Holder::User(user) => directory
            .user_by_id(&user.id)
            .map(|user| &user.record().tags),
        Holder::Session(session) => {
            if let Some(source) = &session.source_identity {
                context.set("aws:SourceIdentity", source.clone());
            }
            directory
                .role_by_id(&session.role_id)
                .map(|role| &role.record().tags)
        }
    };
    for (key, value) in tags.into_iter().flatten() {
        context.set(format!("aws:PrincipalTag/{key}"), value.clone());
    }
}
