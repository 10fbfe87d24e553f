//! Plans and states of Terraform, as `terraform show -json` writes them. What a plan gives as not known yet is not known
//! here either; which resource it comes from is in the configuration, and tells who is meant.

mod apis; // aws_api_gateway
mod functions; // aws_lambda and aws_iam
mod policies; // what IAM's documents say
mod resources; // what the plan has, and what refers to what

use document::Node;
use template::Evaluated;

use super::Scene;
use crate::coverage::Scope;
use resources::Plan;

pub(super) fn read(scene: &mut Scene, root: &Node, file: usize) {
    scene.landscape.scope = Scope::Part;
    let whole = Evaluated::of(root);
    let plan = Plan::read(&whole, file);
    assume(scene, &plan);
    let mut reading = Reading { scene, plan: &plan };
    reading.functions();
    reading.roles();
    reading.apis();
    reading.policies();
}

/// A plan being read.
struct Reading<'a> {
    scene: &'a mut Scene,
    plan: &'a Plan,
}

/// The region and account of any ARN that is known.
fn assume(scene: &mut Scene, plan: &Plan) {
    let arns = plan
        .resources
        .iter()
        .filter_map(|resource| resource.text("arn"));
    for arn in arns {
        let mut parts = arn.split(':').skip(3);
        let (region, account) = (
            parts.next().unwrap_or_default(),
            parts.next().unwrap_or_default(),
        );
        if model::Region::new(region).is_ok() {
            region.clone_into(&mut scene.stand_ins.region);
        }
        if model::AccountId::new(account).is_ok() {
            account.clone_into(&mut scene.stand_ins.account);
        }
    }
}
