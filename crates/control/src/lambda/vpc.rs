//! `VpcConfig`: there is no VPC here. It is refused, unless the server was told to keep it without effect.

use model::VpcAttachment;
use wire::lambda::{VpcConfig, VpcConfigResponse};

use super::failures::invalid;
use crate::function_settings::VpcConfigs;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// The `StateReason` of a function with a `VpcConfig`.
pub(super) const WITHOUT_EFFECT: &str = "VpcConfig has no effect: there is no VPC here, and --function-vpc ignore keeps it as a record.";

pub(super) fn names_any(config: &VpcConfig) -> bool {
    let any = |ids: &Option<Vec<String>>| ids.as_ref().is_some_and(|ids| !ids.is_empty());
    any(&config.subnet_ids) || any(&config.security_group_ids)
}

/// Which VPC a subnet belongs to nobody knows here.
pub(super) fn shown(vpc: &VpcAttachment) -> VpcConfigResponse {
    VpcConfigResponse {
        subnet_ids: Some(vpc.subnets.clone()),
        security_group_ids: Some(vpc.security_groups.clone()),
        vpc_id: None,
        ipv6_allowed_for_dual_stack: Some(vpc.ipv6),
    }
}

/// The condition keys that tell a policy where a function would be attached.
pub(super) fn keys(ask: Ask, config: Option<&VpcConfig>) -> Ask {
    let Some(config) = config else {
        return ask;
    };
    ask.keys(
        "lambda:SubnetIds",
        config.subnet_ids.clone().unwrap_or_default(),
    )
    .keys(
        "lambda:SecurityGroupIds",
        config.security_group_ids.clone().unwrap_or_default(),
    )
}

impl Rooms {
    /// What is kept of a `VpcConfig`; one that names nothing attaches to nothing.
    pub(super) fn vpc(&self, config: Option<VpcConfig>) -> Result<Option<VpcAttachment>, Refused> {
        let Some(config) = config.filter(names_any) else {
            return Ok(None);
        };
        match self.functions.vpc {
            VpcConfigs::Refuse => Err(invalid(
                "VpcConfig is not supported by Portcullis: there is no VPC here. A server that was \
                 started with --function-vpc ignore keeps it without effect.",
            )),
            VpcConfigs::Keep => Ok(Some(VpcAttachment {
                subnets: config.subnet_ids.unwrap_or_default(),
                security_groups: config.security_group_ids.unwrap_or_default(),
                ipv6: config.ipv6_allowed_for_dual_stack.unwrap_or_default(),
            })),
        }
    }
}
