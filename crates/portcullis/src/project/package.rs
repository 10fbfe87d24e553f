//! Local paths in a template become places that functions and stacks can be made from, as `aws
//! cloudformation package` and `sam package` do, but for folders of functions' code: these are named
//! where they are, by the convention of the bucket `hot-reload`.

use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use serde_json::{Map, Value, json};

/// The bucket whose keys are folders of this machine.
const HOT_RELOAD: &str = "hot-reload";
/// Nested templates in nested templates.
const DEEPEST: usize = 8;

/// What goes into the project's bucket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Artifact {
    pub(super) key: String,
    pub(super) bytes: Vec<u8>,
}

#[derive(Debug)]
pub(super) struct Packaged {
    pub(super) template: Value,
    pub(super) artifacts: Vec<Artifact>,
    /// Files and folders whose change asks for another deployment.
    pub(super) watched: Vec<PathBuf>,
}

/// Stands for the bucket's name, which the account knows.
pub(super) const BUCKET: &str = "portcullis-up-artifacts";

pub(super) fn package(text: &str, folder: &Path) -> anyhow::Result<Packaged> {
    let mut packer = Packer {
        folder: folder.to_owned(),
        depth: 0,
        artifacts: Vec::new(),
        watched: Vec::new(),
    };
    let template = packer.template(text)?;
    Ok(Packaged {
        template,
        artifacts: packer.artifacts,
        watched: packer.watched,
    })
}

struct Packer {
    folder: PathBuf,
    depth: usize,
    artifacts: Vec<Artifact>,
    watched: Vec<PathBuf>,
}

impl Packer {
    fn template(&mut self, text: &str) -> anyhow::Result<Value> {
        let read = document::read_template(text.as_bytes());
        let read = read.map_err(|fault| anyhow::anyhow!("the template: {}", fault.reason))?;
        let mut template = read.to_json();
        let globals = template
            .pointer("/Globals/Function/CodeUri")
            .and_then(Value::as_str)
            .map(str::to_owned);
        if let Some(uri) = globals {
            let code = self.code_uri(&uri)?;
            if let Some(place) = template.pointer_mut("/Globals/Function/CodeUri") {
                *place = code;
            }
        }
        let resources = template.get_mut("Resources").and_then(Value::as_object_mut);
        for (name, resource) in resources.into_iter().flatten() {
            self.resource(resource)
                .with_context(|| format!("the resource {name}"))?;
        }
        Ok(template)
    }

    fn resource(&mut self, resource: &mut Value) -> anyhow::Result<()> {
        let kind = resource.get("Type").and_then(Value::as_str);
        let kind = kind.unwrap_or_default().to_owned();
        let Some(Value::Object(properties)) = resource.get_mut("Properties") else {
            return Ok(());
        };
        match kind.as_str() {
            "AWS::Serverless::Function" => replace(properties, "CodeUri", |uri| self.code_uri(uri)),
            "AWS::Lambda::Function" => replace(properties, "Code", |uri| self.code(uri)),
            "AWS::Serverless::LayerVersion" => replace(properties, "ContentUri", |uri| {
                self.layer(uri, "Bucket", "Key")
            }),
            "AWS::Lambda::LayerVersion" => replace(properties, "Content", |uri| {
                self.layer(uri, "S3Bucket", "S3Key")
            }),
            "AWS::Serverless::Api" => {
                self.definition(properties, "DefinitionUri", "DefinitionBody")
            }
            "AWS::ApiGateway::RestApi" => self.definition(properties, "BodyS3Location", "Body"),
            "AWS::CloudFormation::Stack" => {
                replace(properties, "TemplateURL", |uri| self.nested(uri))
            }
            "AWS::Serverless::Application" => {
                replace(properties, "Location", |uri| self.nested(uri))
            }
            _ => Ok(()),
        }
    }

    /// `{Bucket, Key}`, as SAM has it.
    fn code_uri(&mut self, uri: &str) -> anyhow::Result<Value> {
        let (bucket, key) = self.place_of_code(uri)?;
        Ok(json!({ "Bucket": bucket, "Key": key }))
    }

    fn code(&mut self, uri: &str) -> anyhow::Result<Value> {
        let (bucket, key) = self.place_of_code(uri)?;
        Ok(json!({ "S3Bucket": bucket, "S3Key": key }))
    }

    /// A folder stays where it is; an archive goes into the bucket.
    fn place_of_code(&mut self, uri: &str) -> anyhow::Result<(&'static str, String)> {
        let path = self.local(uri)?;
        if path.is_dir() {
            return Ok((HOT_RELOAD, path.display().to_string()));
        }
        let is_archive = path
            .extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("zip") || end.eq_ignore_ascii_case("jar"));
        if !is_archive {
            bail!("{} is neither a folder nor an archive", path.display());
        }
        let bytes = std::fs::read(&path)?;
        self.watched.push(path);
        Ok((BUCKET, self.keep(bytes, "zip")))
    }

    fn layer(&mut self, uri: &str, bucket: &str, key: &str) -> anyhow::Result<Value> {
        let path = self.local(uri)?;
        let bytes = if path.is_dir() {
            zip_of(&path)?
        } else {
            std::fs::read(&path)?
        };
        self.watched.push(path);
        let kept = self.keep(bytes, "zip");
        Ok(json!({ bucket: BUCKET, key: kept }))
    }

    /// A local definition becomes a part of the template.
    fn definition(
        &mut self,
        properties: &mut Map<String, Value>,
        uri: &str,
        body: &str,
    ) -> anyhow::Result<()> {
        let Some(local) = local_uri(properties.get(uri)) else {
            return Ok(());
        };
        let path = self.local(&local)?;
        let text = std::fs::read_to_string(&path)?;
        let read = document::read_template(text.as_bytes());
        let read = read.map_err(|fault| anyhow::anyhow!("{}: {}", path.display(), fault.reason))?;
        properties.remove(uri);
        properties.insert(body.to_owned(), read.to_json());
        self.watched.push(path);
        Ok(())
    }

    fn nested(&mut self, uri: &str) -> anyhow::Result<Value> {
        let path = self.local(uri)?;
        if self.depth == DEEPEST {
            bail!("templates are nested deeper than {DEEPEST} levels");
        }
        let text = std::fs::read_to_string(&path)?;
        let inner = path.parent().unwrap_or(Path::new("/")).to_owned();
        let outer = std::mem::replace(&mut self.folder, inner);
        self.depth += 1;
        let template = self.template(&text);
        self.depth -= 1;
        self.folder = outer;
        self.watched.push(path);
        let key = self.keep(template?.to_string().into_bytes(), "template");
        Ok(format!("https://{BUCKET}.s3.amazonaws.com/{key}").into())
    }

    /// Named by its hash, so that the same bytes are no change.
    fn keep(&mut self, bytes: Vec<u8>, end: &str) -> String {
        let hash = identity::sigv4::payload_digest(&bytes);
        let name = hash.get(..32).unwrap_or(&hash);
        let artifact = Artifact {
            key: format!("{name}.{end}"),
            bytes,
        };
        let key = artifact.key.clone();
        if !self.artifacts.contains(&artifact) {
            self.artifacts.push(artifact);
        }
        key
    }

    fn local(&self, uri: &str) -> anyhow::Result<PathBuf> {
        let path = self.folder.join(uri);
        path.canonicalize()
            .with_context(|| format!("{} is not there", path.display()))
    }
}

/// Replaces a property that is a local path; places in buckets stay as they are.
fn replace(
    properties: &mut Map<String, Value>,
    name: &str,
    make: impl FnOnce(&str) -> anyhow::Result<Value>,
) -> anyhow::Result<()> {
    if let Some(uri) = local_uri(properties.get(name)) {
        properties.insert(name.to_owned(), make(&uri)?);
    }
    Ok(())
}

fn local_uri(value: Option<&Value>) -> Option<String> {
    let text = value?.as_str()?;
    let is_remote = ["s3://", "https://", "http://"]
        .iter()
        .any(|scheme| text.starts_with(scheme));
    (!is_remote && !text.is_empty()).then(|| text.to_owned())
}

/// The files of a folder in the order of their names, without times, so that the same files are the same
/// bytes.
fn zip_of(folder: &Path) -> anyhow::Result<Vec<u8>> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut pending = vec![folder.to_owned()];
    let mut files = Vec::new();
    while let Some(next) = pending.pop() {
        for entry in std::fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                pending.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    for file in files {
        let name = file.strip_prefix(folder)?.to_string_lossy().into_owned();
        let options = zip::write::SimpleFileOptions::default()
            .last_modified_time(zip::DateTime::default())
            .unix_permissions(0o755);
        zip.start_file(name, options)?;
        zip.write_all(&std::fs::read(&file)?)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("src")).unwrap();
        std::fs::create_dir_all(folder.path().join("layer/python")).unwrap();
        std::fs::write(folder.path().join("src/app.py"), "x").unwrap();
        std::fs::write(folder.path().join("layer/python/m.py"), "y").unwrap();
        std::fs::write(folder.path().join("code.zip"), "zip").unwrap();
        std::fs::write(
            folder.path().join("api.yaml"),
            "swagger: '2.0'\ninfo: {title: !Sub t}",
        )
        .unwrap();
        std::fs::write(folder.path().join("inner.yaml"), "Resources: {}").unwrap();
        folder
    }

    #[track_caller]
    fn check(resource: &str, pointer: &str, expected: &str) {
        let folder = project();
        let template = format!("Resources:\n  A:\n{resource}");
        let packaged = package(&template, &folder.path().canonicalize().unwrap()).unwrap();
        let found = packaged
            .template
            .pointer(&format!("/Resources/A/Properties/{pointer}"));
        let found = found
            .unwrap_or_else(|| panic!("{}", packaged.template))
            .to_string();
        let root = folder.path().canonicalize().unwrap().display().to_string();
        assert!(found.replace(&root, "ROOT").contains(expected), "{found}");
    }

    #[test]
    fn folders_stay_and_files_go_into_the_bucket() {
        let of = |kind: &str, property: &str| {
            format!("    Type: {kind}\n    Properties: {{ {property} }}\n")
        };
        check(
            &of("AWS::Serverless::Function", "CodeUri: src"),
            "CodeUri",
            r#"{"Bucket":"hot-reload","Key":"ROOT/src"}"#,
        );
        check(
            &of("AWS::Lambda::Function", "Code: ./code.zip"),
            "Code/S3Bucket",
            BUCKET,
        );
        check(
            &of("AWS::Serverless::LayerVersion", "ContentUri: layer"),
            "ContentUri/Key",
            ".zip",
        );
        check(
            &of("AWS::Serverless::Api", "DefinitionUri: api.yaml"),
            "DefinitionBody",
            r#""Fn::Sub":"t""#,
        );
        check(
            &of("AWS::CloudFormation::Stack", "TemplateURL: inner.yaml"),
            "TemplateURL",
            "https://portcullis-up-artifacts.s3.amazonaws.com/",
        );
        check(
            &of("AWS::Serverless::Function", "CodeUri: s3://b/k"),
            "CodeUri",
            "s3://b/k",
        );
        check(
            &of("AWS::Lambda::Function", "Code: { ZipFile: x }"),
            "Code/ZipFile",
            "x",
        );
    }

    #[test]
    fn what_is_not_there_is_named() {
        let folder = project();
        let template = "Resources:\n  A:\n    Type: AWS::Serverless::Function\n    Properties: { CodeUri: none }";
        let failed = package(template, folder.path()).unwrap_err();
        assert!(
            format!("{failed:#}").contains("the resource A"),
            "{failed:#}"
        );
    }
}
