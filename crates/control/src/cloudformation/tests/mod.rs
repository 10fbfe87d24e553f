//! Stacks from end to end, in a whole control plane.

mod creation;
mod scene;

use scene::{Scene, tag_of};
