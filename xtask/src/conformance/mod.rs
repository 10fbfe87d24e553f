//! `cargo xtask conformance`: somebody else's tests, run live against the binary, and what came of
//! them written into `docs/conformance.md`.
//!
//! The tests are LocalStack's, whose answers were recorded on AWS and are compared as a whole, or
//! moto's, which hold moto's opinion of AWS. Neither is part of the repository: a checkout and an
//! interpreter that has what the suite needs are named on the command line. A test that does not
//! pass is listed with its reason out of `xtask/conformance/`, and as unexplained without one.

mod arguments; // what was asked
mod suite; // whose tests, and how they are started

mod reasons; // why a test does not pass
mod results; // what came of each
mod server; // the binary under test

mod page; // what is written down

use std::fs;

use anyhow::Context as _;

use crate::report::say;
use crate::workspace::Workspace;
use arguments::Arguments;
use reasons::Reasons;
use server::Server;
use suite::Suite;

pub(crate) fn run(workspace: &Workspace, arguments: &[&str]) -> anyhow::Result<()> {
    let asked = Arguments::read(arguments)?;
    let suite = Suite::of(&asked.checkout)?;
    let binary = server::binary(workspace)?;
    let folder = workspace.root().join("xtask/conformance");
    let reasons = Reasons::read(&folder.join(suite.reasons()))?;
    for service in asked.services() {
        let server = Server::start(&binary, suite.account())?;
        let outcomes = suite.run(&asked, service, &folder, server.port())?;
        drop(server);
        let section = page::Section::judge(suite, service, outcomes, &reasons);
        section.warnings().iter().for_each(|line| say(line));
        say(&section.summary());
        write(workspace, &section, &asked)?;
    }
    Ok(())
}

fn write(workspace: &Workspace, section: &page::Section, asked: &Arguments) -> anyhow::Result<()> {
    let path = workspace.root().join("docs/conformance.md");
    let page = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let text = section.text(&asked.scope()?);
    fs::write(&path, page::replace(&page, section.name(), &text)?)?;
    Ok(())
}
