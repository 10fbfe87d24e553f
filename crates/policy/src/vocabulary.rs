//! What a lint must be told about AWS: its services, their actions, resources and condition keys.
//!
//! The language itself needs none of it: a policy may name what does not exist, and is decided all
//! the same. Whoever implements this keeps AWS's service authorization reference.

/// The words of AWS's service authorization reference. Names are compared without regard to case;
/// what is unknown is answered with `None` or with nothing, never guessed.
pub trait Vocabulary {
    /// Whether AWS has a service of this prefix, such as `lambda` or `execute-api`.
    fn has_service(&self, service: &str) -> bool;

    /// Every action of a service in AWS's spelling, without the prefix; none of an unknown service.
    fn actions(&self, service: &str) -> Vec<&'static str>;

    /// The ARN formats of the resources that an action can be limited to, such as
    /// `arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}`. Empty for an action
    /// that knows only `*`; `None` for an unknown action.
    fn resource_formats(&self, service: &str, action: &str) -> Option<Vec<&'static str>>;

    /// The ARN formats of all resources of a service.
    fn service_formats(&self, service: &str) -> Vec<&'static str>;

    /// The condition keys of an action and of its resources, without the global ones; a key of tags
    /// ends as in `aws:ResourceTag/${TagKey}`. `None` for an unknown action.
    fn condition_keys(&self, service: &str, action: &str) -> Option<Vec<&'static str>>;

    /// What a condition key holds, a global one (`aws:…`) or one of a service, written as in a
    /// policy (`aws:ResourceTag/team`). `None` for a key that AWS does not have.
    fn key_type(&self, key: &str) -> Option<KeyType>;
}

/// The type of a condition key, which says what operators go with it (IAM user guide, "IAM JSON
/// policy elements: Condition operators").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyType {
    String,
    Arn,
    Numeric,
    Date,
    Bool,
    IpAddress,
    Binary,
    /// Several strings: to be compared with ForAllValues or ForAnyValue.
    ArrayOfString,
    /// Several ARNs.
    ArrayOfArn,
    /// Several booleans.
    ArrayOfBool,
}

impl KeyType {
    /// Whether a request may have several values for the key.
    pub fn is_array(self) -> bool {
        match self {
            Self::ArrayOfString | Self::ArrayOfArn | Self::ArrayOfBool => true,
            Self::String
            | Self::Arn
            | Self::Numeric
            | Self::Date
            | Self::Bool
            | Self::IpAddress
            | Self::Binary => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_arrays_have_several_values() {
        assert!(KeyType::ArrayOfArn.is_array());
        assert!(!KeyType::Arn.is_array());
    }
}
