//! Bodies in `aws-chunked`: never a panic, and the same content in whatever pieces the bytes come.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &[u8]| {
    let whole = control::strangers::chunks(body, body.len());
    assert_eq!(whole, control::strangers::chunks(body, 1));
    assert_eq!(whole, control::strangers::chunks(body, 7));
});
