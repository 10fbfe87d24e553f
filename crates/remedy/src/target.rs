//! What a fix is to be attached to, by the names that commands and templates need.

/// Where the policy stands that is to say more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target<'a> {
    /// The resource policy of a function.
    Function(Function<'a>),
    /// The resource policy of a REST API.
    Api(Api<'a>),
    /// An inline policy of a role or user.
    Identity(Identity<'a>),
    /// The trust policy of a role.
    Trust(Trust<'a>),
    /// A policy that no single command changes: a boundary, a session policy, one of the
    /// organization. What is asked, as in `lambda:InvokeFunction on ARN`.
    Elsewhere { asked: &'a str },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Function<'a> {
    pub name: &'a str,
    /// A version or alias; none for the function without one.
    pub qualifier: Option<&'a str>,
    pub region: &'a str,
    pub account: &'a str,
    /// Whether the caller's account is another: then the function is named by its whole ARN, and the
    /// command is for somebody in the function's account.
    pub elsewhere: bool,
    /// Letters, digits, hyphens and underscores.
    pub statement_id: &'a str,
    /// Where an API calls the function from, if one does.
    pub entry: Option<Entry<'a>>,
}

impl Function<'_> {
    /// Without the qualifier.
    pub(crate) fn arn(&self) -> String {
        let Self {
            name,
            region,
            account,
            ..
        } = self;
        format!("arn:aws:lambda:{region}:{account}:function:{name}")
    }

    pub(crate) fn qualified_arn(&self) -> String {
        match self.qualifier {
            Some(qualifier) => format!("{}:{qualifier}", self.arn()),
            None => self.arn(),
        }
    }
}

/// The part of an API that calls a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry<'a> {
    /// The integration of a method.
    Integration { method: &'a str, path: &'a str },
    /// A Lambda authorizer.
    Authorizer { name: &'a str },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Api<'a> {
    pub id: &'a str,
    pub region: &'a str,
    /// Its present resource policy, which a change replaces as a whole.
    pub document: Option<&'a str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity<'a> {
    pub kind: IdentityKind,
    /// Without path.
    pub name: &'a str,
    /// Of the inline policy that is to be put.
    pub policy_name: &'a str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdentityKind {
    Role,
    User,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trust<'a> {
    /// Without path.
    pub role_name: &'a str,
    /// The present trust policy, which a change replaces as a whole; none when there is no such
    /// role yet.
    pub document: Option<&'a str>,
}
