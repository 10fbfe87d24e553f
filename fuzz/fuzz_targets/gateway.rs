//! What callers and functions send through an API: bodies held to models, answers of functions and of
//! authorizers, packed bodies, and texts of heads.
#![no_main]

use gateway::strangers;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    strangers::answers(data);
    strangers::packed("gzip", data);
    strangers::packed("deflate", data);
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    assert!(strangers::texts(text), "{text:?}");
    let (schema, body) = text.split_once("\n\n").unwrap_or((text, "{}"));
    strangers::schema(schema, body.as_bytes());
});
