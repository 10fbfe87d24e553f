//! Policies that stand anywhere in a plan, for the lint. Terraform has them as texts.

use policy::PolicyType;

use super::Reading;
use super::resources::Resource;
use crate::found::Place;
use crate::scene::policies::lint_text;
use template::Evaluated;

impl Reading<'_> {
    pub(super) fn policies(&mut self) {
        for resource in self.plan.resources.clone() {
            let Some((attribute, kind)) = attribute_of(&resource.kind) else {
                continue;
            };
            if let Some(text) = resource.text(attribute) {
                lint_text(self.scene, &text, resource.place_of(attribute), kind);
            }
            for (_, text, span) in inline(&resource) {
                let place = Place {
                    span,
                    ..resource.place
                };
                lint_text(self.scene, &text, place, PolicyType::Identity);
            }
        }
    }
}

fn attribute_of(kind: &str) -> Option<(&'static str, PolicyType)> {
    Some(match kind {
        "aws_iam_role" => ("assume_role_policy", PolicyType::Trust),
        "aws_iam_policy"
        | "aws_iam_role_policy"
        | "aws_iam_user_policy"
        | "aws_iam_group_policy" => ("policy", PolicyType::Identity),
        "aws_api_gateway_rest_api" | "aws_api_gateway_rest_api_policy" => {
            ("policy", PolicyType::Resource)
        }
        _ => return None,
    })
}

/// The `inline_policy` blocks of a role: name, text and place of each.
pub(super) fn inline(role: &Resource) -> Vec<(String, String, document::Span)> {
    let blocks = role.values.get("inline_policy");
    let blocks = blocks.map_or(&[][..], Evaluated::items).iter();
    let read = blocks.filter_map(|block| {
        let policy = block.get("policy")?;
        let text = policy.known_text().filter(|text| !text.is_empty())?;
        let name = block.get("name").and_then(Evaluated::known_text);
        Some((name.unwrap_or_default(), text, policy.span))
    });
    read.collect()
}
