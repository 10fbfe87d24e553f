//! Stacks from end to end, in a whole control plane.

mod creation;
mod scene;
mod types; // each type of resource by itself

use scene::{Scene, tag_of};
