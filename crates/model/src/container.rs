//! Container images of functions, and what functions find of other file systems.

use serde::{Deserialize, Serialize};

/// The image that a version of a function is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContainerImage {
    /// As the caller named it.
    pub uri: String,
    /// The image's digest, in lower-case hex: what the name meant when it was taken.
    pub digest: String,
    /// What the image says of its program.
    pub program: ImageProgram,
    /// What the function says instead; absent if it says nothing.
    #[serde(default)]
    pub overrides: Option<ImageOverrides>,
}

/// How the program of an image is started.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImageProgram {
    pub entry_point: Vec<String>,
    pub command: Vec<String>,
    /// Empty for the root.
    pub working_directory: String,
    pub environment: Vec<(String, String)>,
}

/// `ImageConfig` of a function. An absent member leaves what the image says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImageOverrides {
    #[serde(default)]
    pub entry_point: Option<Vec<String>>,
    #[serde(default)]
    pub command: Option<Vec<String>>,
    #[serde(default)]
    pub working_directory: Option<String>,
}

impl ContainerImage {
    /// The program with its arguments. A function replaces the entry point and the command each by
    /// itself, as AWS's own local tool does.
    pub fn command_line(&self) -> Vec<&str> {
        let own = self.overrides.as_ref();
        let entry = own.and_then(|own| own.entry_point.as_ref());
        let entry = entry.unwrap_or(&self.program.entry_point).iter();
        entry.chain(self.command()).map(String::as_str).collect()
    }

    /// The first argument that the entry point is given, which runtime clients take for the handler.
    pub fn handler(&self) -> Option<&str> {
        self.command().first().map(String::as_str)
    }

    fn command(&self) -> &[String] {
        let own = self.overrides.as_ref();
        let own = own.and_then(|own| own.command.as_deref());
        own.unwrap_or(&self.program.command)
    }

    /// Empty for the root.
    pub fn working_directory(&self) -> &str {
        let own = self.overrides.as_ref();
        let own = own.and_then(|own| own.working_directory.as_deref());
        own.unwrap_or(&self.program.working_directory)
    }

    /// The name without tag and digest.
    pub fn repository(&self) -> &str {
        let name = self
            .uri
            .split_once('@')
            .map_or(&*self.uri, |(name, _)| name);
        match name.rsplit_once(':') {
            Some((repository, tag)) if !tag.contains('/') => repository,
            Some(_) | None => name,
        }
    }

    /// The image as it was taken, whatever its tag names by now.
    pub fn resolved_uri(&self) -> String {
        format!("{}@sha256:{}", self.repository(), self.digest)
    }
}

/// A file system of `FileSystemConfigs`, and where the function finds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileSystemUse {
    pub arn: String,
    /// Below `/mnt`.
    pub mount: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn image(uri: &str) -> ContainerImage {
        let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        ContainerImage {
            uri: uri.to_owned(),
            digest: "d".to_owned(),
            program: ImageProgram {
                entry_point: list(&["/entry"]),
                command: list(&["app.handler"]),
                ..ImageProgram::default()
            },
            overrides: None,
        }
    }

    #[test]
    fn a_name_has_a_tag_or_a_digest_or_neither() {
        for (uri, expected) in [
            ("pets", "pets"),
            ("pets:1", "pets"),
            ("host:5000/pets", "host:5000/pets"),
            ("host:5000/pets:1", "host:5000/pets"),
            ("host:5000/pets:1@sha256:aa", "host:5000/pets"),
            ("pets@sha256:aa", "pets"),
        ] {
            assert_eq!(image(uri).repository(), expected, "{uri}");
        }
        assert_eq!(image("pets:1").resolved_uri(), "pets@sha256:d");
    }

    #[test]
    fn a_function_replaces_what_it_names() {
        let list = |words: &[&str]| Some(words.iter().map(|word| (*word).to_owned()).collect());
        for (entry_point, command, line, handler) in [
            (None, None, "/entry app.handler", Some("app.handler")),
            (None, list(&["other.f"]), "/entry other.f", Some("other.f")),
            (list(&["sh"]), None, "sh app.handler", Some("app.handler")),
            (list(&["sh"]), list(&[]), "sh", None),
            (list(&["sh"]), list(&["-c", "x"]), "sh -c x", Some("-c")),
        ] {
            let overrides = Some(ImageOverrides {
                entry_point,
                command,
                working_directory: None,
            });
            let image = ContainerImage {
                overrides,
                ..image("pets")
            };
            assert_eq!(image.command_line().join(" "), line);
            assert_eq!(image.handler(), handler, "{line}");
        }
    }
}
