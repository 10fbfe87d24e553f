//! Stacks from end to end, in a whole control plane.

mod change_sets;
mod creation;
mod scene;
mod types; // each type of resource by itself
mod updates;
mod waiting;

use scene::{Scene, tag_of};
