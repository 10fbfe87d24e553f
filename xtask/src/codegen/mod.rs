//! `cargo xtask codegen`: writes `crates/wire/src/generated` from the service models of a pinned
//! botocore, `crates/console/web/src/generated` from the same, and `crates/reference/src/generated`
//! from a pinned copy of AWS's service authorization reference, or with `--check` proves that what is committed is what it would write.
//!
//! It must never copy documentation text out of a model, and never guess: what it does not know in
//! a model stops it.

mod botocore;
mod files;
mod iam_data;
mod model;
mod names;
mod overlay;
mod reference;
mod schema;
mod types;
mod typescript;

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use anyhow::Context as _;

use files::Generated;
use model::Model;
use overlay::Overlay;

/// The services, by botocore's directory, which is our module's name too.
const SERVICES: [&str; 12] = [
    "apigateway",
    "apigatewayv2",
    "cloudformation",
    "ecr",
    "events",
    "iam",
    "lambda",
    "logs",
    "s3",
    "scheduler",
    "ssm",
    "sts",
];

const HEADER: &str = "// Written by `cargo xtask codegen`. Do not edit.\n";

/// Writes the generated files, or fails naming those that differ from what would be written.
pub(super) fn run(check: bool) -> anyhow::Result<()> {
    let root = workspace_root();
    let data = botocore::data_directory(&root)?;
    let (wire, console) = generate(&root, &data)?;
    let reference = reference::generate(&iam_data::package(&root)?)?;
    for (room, generated) in [
        ("wire", wire),
        ("reference", reference),
        ("console/web", console),
    ] {
        let target = root.join(format!("crates/{room}/src/generated"));
        if check {
            files::compare(&target, &generated)?;
        } else {
            files::write(&target, &generated)?;
        }
    }
    Ok(())
}

/// What `wire` holds, and what the console's pages hold.
fn generate(root: &Path, data: &Path) -> anyhow::Result<(Vec<Generated>, Vec<Generated>)> {
    let wanted = typescript::Wanted::read(&root.join("crates/console/web/operations.txt"))?;
    let mut console = Vec::new();
    let mut generated = vec![Generated::new("mod.rs", root_module())];
    for service in SERVICES {
        let overlay = Overlay::read(&root.join(format!("crates/wire/overlay/{service}.txt")))?;
        let mut model = Model::read(&botocore::service_model(data, service)?)
            .with_context(|| format!("reading the model of {service}"))?;
        overlay
            .correct(&mut model)
            .with_context(|| format!("overlay/{service}.txt"))?;
        console.extend(wanted.render(service, &model, &overlay)?);
        let tables = schema::render(&model, &overlay)?;
        let structs = excuse(&files::format(&types::render(&model, &overlay)?)?);
        generated.push(Generated::new(
            format!("{service}/mod.rs"),
            service_module(service),
        ));
        generated.push(Generated::new(format!("{service}/schema.rs"), tables));
        generated.push(Generated::new(format!("{service}/types.rs"), structs));
    }
    Ok((generated, console))
}

/// Says of each `Debug` that has more lines than a function may have that this is as it must be: some
/// inputs of S3 have a member for each of ninety headers.
fn excuse(text: &str) -> String {
    const MOST_LINES: usize = 80;
    let lines: Vec<&str> = text.lines().collect();
    let mut excused = String::with_capacity(text.len());
    for (at, line) in lines.iter().enumerate() {
        if line.starts_with("    fn fmt(") {
            let body = lines
                .iter()
                .skip(at + 1)
                .take_while(|line| **line != "    }");
            if body.count() > MOST_LINES {
                excused.push_str(
                    "    #[expect(clippy::too_many_lines, reason = \"a line for each member\")]\n",
                );
            }
        }
        let _ = writeln!(excused, "{line}");
    }
    excused
}

fn workspace_root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

fn root_module() -> String {
    let mut text = format!(
        "{HEADER}//! The services' tables and structs, from botocore {}. It holds no code of our own.\n\n",
        botocore::VERSION
    );
    for service in SERVICES {
        let _ = writeln!(text, "pub mod {service};");
    }
    text
}

fn service_module(service: &str) -> String {
    format!(
        "{HEADER}//! The tables of `{service}`, and the structs of its implemented operations.\n\n\
         #[rustfmt::skip]\npub mod schema;\nmod types;\n\npub use types::*;\n"
    )
}
