//! A function's zip is looked through without a panic, and without more time or memory than its
//! limits allow.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = lambda::check_zip(bytes);
});
