//! Plans and states of Terraform, as `terraform show -json` writes them. What a plan gives as not known yet is not
//! known here either; which resource it comes from is in the configuration, and tells who is meant.

use document::Node;

use super::Scene;

pub(crate) fn read(scene: &mut Scene, root: &Node, file: usize) {
    let _ = (scene, root, file);
}
