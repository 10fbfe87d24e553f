//! The interpreters and the validation held against what others recorded: the protocols' vectors
//! and AWS's own answers. The recordings are not ours and are not in this repository.

mod answers;
mod model;
mod protocol;
mod recordings;
mod strangers;
mod xml;

use std::path::PathBuf;

use serde_json::Value;

/// A file of the conformance folder, or a word on why there is none.
fn read(path: &str) -> Option<Value> {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/conformance");
    let folder =
        std::env::var_os("PORTCULLIS_CONFORMANCE").map_or(PathBuf::from(own), PathBuf::from);
    let file = folder.join(path);
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!("skipped: {path} is not in the conformance folder");
        return None;
    };
    Some(serde_json::from_str(&text).expect("a recording is JSON"))
}
