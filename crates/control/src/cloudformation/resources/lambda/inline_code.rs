//! `Code.ZipFile`: source text in a template, which CloudFormation puts into a zip beside its response module (Lambda
//! template reference, "AWS::Lambda::Function Code" and "cfn-response module").

use std::io::{Cursor, Write as _};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::Failed;

const NODE: &str = include_str!("cfn-response.js");
const PYTHON: &str = include_str!("cfnresponse.py");

/// The zip, in base64.
pub(super) fn packed(source: &str, runtime: &str) -> Result<String, Failed> {
    let (name, module, response) = if runtime.starts_with("python") {
        ("index.py", "cfnresponse.py", PYTHON)
    } else if runtime.starts_with("nodejs") {
        ("index.js", "cfn-response.js", NODE)
    } else {
        return Err(Failed::plainly(
            "Resource handler returned message: \"ZipFile can only be used when Runtime is set to either of nodejs, python.\"",
        ));
    };
    let packed = pack(&[(name, source), (module, response)]);
    packed
        .map(|bytes| STANDARD.encode(bytes))
        .map_err(|error| Failed::plainly(format!("The source text can't be packed: {error}")))
}

/// The time of the files is always the same, and so is the zip of the same source.
fn pack(files: &[(&str, &str)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    for (name, text) in files {
        writer.start_file(*name, options)?;
        writer.write_all(text.as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}
