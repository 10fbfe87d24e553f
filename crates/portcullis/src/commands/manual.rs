//! `portcullis manual`: a page of the manual for each command.

use std::fs;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Command, CommandFactory as _};
use clap_mangen::Man;

use super::print;
use crate::settings::{CommandLine, Manual};

pub(super) fn run(asked: &Manual) -> anyhow::Result<ExitCode> {
    let whole = CommandLine::command();
    let Some(directory) = &asked.directory else {
        print(String::from_utf8_lossy(&page(whole)?).trim_end());
        return Ok(ExitCode::SUCCESS);
    };
    fs::create_dir_all(directory)
        .with_context(|| format!("{} can't be made", directory.display()))?;
    let mut written = 0;
    for (name, page) in pages(&whole)? {
        let file = directory.join(&name);
        fs::write(&file, page).with_context(|| format!("{} can't be written", file.display()))?;
        written += 1;
    }
    print(&format!("{written} pages are in {}", directory.display()));
    Ok(ExitCode::SUCCESS)
}

/// The whole, then `portcullis-COMMAND` for each.
fn pages(whole: &Command) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let mut pages = vec![("portcullis.1".to_owned(), page(whole.clone())?)];
    for command in whole.get_subcommands() {
        let name = format!("portcullis-{}", command.get_name());
        let typed = format!("portcullis {}", command.get_name());
        let command = command.clone().display_name(name.clone()).bin_name(typed);
        pages.push((format!("{name}.1"), page(command)?));
    }
    Ok(pages)
}

fn page(command: Command) -> anyhow::Result<Vec<u8>> {
    let mut page = Vec::new();
    Man::new(command).render(&mut page)?;
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_page() {
        let whole = CommandLine::command();
        let pages = pages(&whole).unwrap();
        assert_eq!(pages.len(), whole.get_subcommands().count() + 1);
        for (name, page) in &pages {
            let page = String::from_utf8_lossy(page);
            assert!(page.contains(".TH "), "{name}");
            let typed = name.trim_end_matches(".1").replacen('-', " ", 1);
            assert!(page.contains(&format!("\\fB{typed}\\fR [")), "{page}");
            assert!(
                name == "portcullis.1" || page.contains("Examples:"),
                "{name}"
            );
        }
    }
}
