//! Binary values, which both policy and request carry in base64. The encoding of a value is unique
//! once it is known to be canonical, so the texts are compared.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

pub(super) fn parse(text: &str) -> Result<Box<str>, String> {
    match STANDARD.decode(text) {
        Ok(_) => Ok(text.into()),
        Err(cause) => Err(format!("{text:?} is not base64: {cause}")),
    }
}
