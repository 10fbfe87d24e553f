//! AWS::ECR

pub(super) mod repository;
