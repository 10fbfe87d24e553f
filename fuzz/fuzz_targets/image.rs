//! A saved container image is read without a panic, nothing is written beside its folder, and no more
//! than its limits allow. The bytes are taken as the whole file, and as the layer of a sound one.
#![no_main]

use std::fs;

use libfuzzer_sys::fuzz_target;

const LIMITS: image::Limits = image::Limits {
    bytes: 1 << 16,
    entries: 64,
};

fuzz_target!(|bytes: &[u8]| {
    unpack(bytes);
    unpack(&image::testing::docker(&[bytes.to_vec()]));
});

fn unpack(saved: &[u8]) {
    let place = tempfile::tempdir_in("/dev/shm").unwrap();
    let root = place.path().join("root");
    fs::create_dir(&root).unwrap();
    let _ = image::unpack(saved, &root, LIMITS);
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
}
