//! What the CDK puts into its templates.

pub(super) mod metadata;
