//! No bytes make the template engine, the SAM transform or a check panic or take without bound.
#![no_main]

use check::{File, Options, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let file = File {
        name: "input".to_owned(),
        text: text.to_owned(),
    };
    let check = |files| check(files, &Options::default(), &|_, _| None);
    let checked = check(vec![file]);
    let _ = check::text(&checked);
    let _ = check::mend(checked, &check);
});
