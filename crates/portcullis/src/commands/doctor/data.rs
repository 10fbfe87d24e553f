//! The data directory, the root key in it, the certificate of its authority.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use super::Finding;
use crate::settings::DataPlace;

pub(super) fn look(place: &DataPlace) -> Vec<Finding> {
    let path = match place.resolve() {
        Ok(path) => path,
        Err(error) => {
            let advice = "portcullis up --ephemeral keeps nothing";
            return vec![Finding::broken("data", error.to_string(), advice)];
        }
    };
    vec![directory(&path), certificate(&path)]
}

fn directory(path: &Path) -> Finding {
    let shown = path.display();
    let Ok(found) = std::fs::metadata(path) else {
        let seen = format!("{shown} is made by the first portcullis up");
        return Finding::good("data", seen);
    };
    if !found.is_dir() {
        let advice = "name another with --data-dir";
        return Finding::broken("data", format!("{shown} is no directory"), advice);
    }
    if found.permissions().mode() & 0o077 != 0 {
        let advice = format!("it holds keys: chmod 700 {shown}");
        return Finding::limited("data", format!("{shown} is open to others"), advice);
    }
    if tempfile::tempfile_in(path).is_err() {
        let advice = "make it yours, or name another with --data-dir";
        return Finding::broken("data", format!("{shown} can't be written to"), advice);
    }
    let known = if path.join("root-key.json").is_file() {
        "with a root key"
    } else {
        "without a root key yet"
    };
    Finding::good("data", format!("{shown}, {known}"))
}

/// Clients trust the authority by `AWS_CA_BUNDLE`, or not at all.
fn certificate(path: &Path) -> Finding {
    const WHAT: &str = "certificate";
    let authority = path.join("ca.pem");
    let shown = authority.display();
    if !authority.is_file() {
        return Finding::good(WHAT, "made by the first portcullis up");
    }
    let bundle = std::env::var_os("AWS_CA_BUNDLE").filter(|value| !value.is_empty());
    match bundle {
        Some(named) if same(Path::new(&named), &authority) => {
            Finding::good(WHAT, format!("AWS_CA_BUNDLE names {shown}"))
        }
        Some(named) => Finding::limited(
            WHAT,
            format!("AWS_CA_BUNDLE names {}", Path::new(&named).display()),
            format!("for HTTPS to this server it is {shown}: eval \"$(portcullis env)\""),
        ),
        None => Finding::good(WHAT, format!("for HTTPS, trust {shown}")),
    }
}

fn same(one: &Path, other: &Path) -> bool {
    let (one, other) = (one.canonicalize(), other.canonicalize());
    matches!((one, other), (Ok(one), Ok(other)) if one == other)
}

#[cfg(test)]
mod tests {
    use super::super::Health;
    use super::*;

    #[test]
    fn a_directory_that_others_can_read_is_told() {
        let place = tempfile::tempdir().unwrap();
        let open = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(place.path(), open).unwrap();
        assert_eq!(directory(place.path()).state, Health::Limited);
        let own = std::fs::Permissions::from_mode(0o700);
        std::fs::set_permissions(place.path(), own).unwrap();
        assert_eq!(directory(place.path()).state, Health::Good);
        assert_eq!(directory(&place.path().join("new")).state, Health::Good);
        let file = place.path().join("file");
        std::fs::write(&file, "").unwrap();
        assert_eq!(directory(&file).state, Health::Broken);
    }
}
