//! Images as strangers make them: sound ones of both forms, and each trick that is known.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;

use ruzstd::encoding::CompressionLevel;

use super::*;
use crate::digest::Digest;
use crate::testing::{docker, settings_of, tar};

/// Entries of an archive: name, kind as the format writes it, content or target.
type Entry<'a> = (&'a str, u8, &'a str);

const LIMITS: Limits = Limits {
    bytes: 1 << 20,
    entries: 200,
};

fn layer(entries: &[Entry<'_>]) -> Vec<u8> {
    let entries = entries.iter();
    let owned = entries.map(|(name, kind, content)| (*name, *kind, content.as_bytes().to_vec()));
    tar(&owned.collect::<Vec<_>>())
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// In two frames, before each of which is one to pass over.
fn zstd(bytes: &[u8]) -> Vec<u8> {
    const NOTHING: [u8; 11] = [0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3];
    let (first, second) = bytes.split_at(bytes.len() / 2);
    let frames = [first, second]
        .map(|part| ruzstd::encoding::compress_to_vec(part, CompressionLevel::Fastest));
    frames
        .iter()
        .flat_map(|frame| [&NOTHING[..], frame])
        .flatten()
        .copied()
        .collect()
}

/// As the Open Container Initiative lays it out, with its layers compressed.
fn layout(layers: &[Vec<u8>], compress: fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let mut blobs = Vec::new();
    let mut keep = |content: Vec<u8>| {
        let digest = Digest::of(&content).as_hex().to_owned();
        blobs.push((format!("blobs/sha256/{digest}"), content));
        format!("sha256:{digest}")
    };
    let settings = keep(settings_of(layers));
    let layers: Vec<_> = layers
        .iter()
        .map(|layer| serde_json::json!({ "digest": keep(compress(layer)) }))
        .collect();
    let manifest = serde_json::json!({ "config": { "digest": settings }, "layers": layers });
    let manifest = keep(manifest.to_string().into_bytes());
    let index = serde_json::json!({ "manifests": [{ "digest": manifest }] }).to_string();
    let mut files = vec![("index.json", b'0', index.into_bytes())];
    files.extend(
        blobs
            .iter()
            .map(|(name, content)| (name.as_str(), b'0', content.clone())),
    );
    tar(&files)
}

/// What is there, one a line: `path`, `path=content`, `path->target`.
fn listed(root: &Path, below: &Path, lines: &mut Vec<String>) {
    let mut entries: Vec<_> = fs::read_dir(root.join(below)).unwrap().collect();
    entries.sort_by_key(|entry| entry.as_ref().unwrap().file_name());
    for entry in entries {
        let path = below.join(entry.unwrap().file_name());
        let place = root.join(&path);
        let kind = fs::symlink_metadata(&place).unwrap();
        let path_text = path.display();
        if kind.is_symlink() {
            let to = fs::read_link(&place).unwrap();
            lines.push(format!("{path_text}->{}", to.display()));
        } else if kind.is_dir() {
            listed(root, &path, lines);
        } else {
            let content = fs::read_to_string(&place).unwrap();
            lines.push(format!("{path_text}={content}"));
        }
    }
}

fn unpacked(saved: &[u8]) -> Result<String, ImageError> {
    let place = tempfile::tempdir().unwrap();
    let (root, beside) = (place.path().join("root"), place.path().join("beside"));
    fs::create_dir(&root).unwrap();
    fs::write(&beside, "untouched").unwrap();
    let unpacked = unpack(saved, &root, LIMITS);
    assert_eq!(fs::read_to_string(&beside).unwrap(), "untouched");
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 2);
    unpacked?;
    let mut lines = Vec::new();
    listed(&root, Path::new(""), &mut lines);
    let own =
        |line: &String| !line.starts_with("etc/hosts") && !line.starts_with("etc/resolv.conf");
    Ok(lines.into_iter().filter(own).collect::<Vec<_>>().join(" "))
}

/// What layers make together, in all forms; or a part of what is said against them.
#[track_caller]
fn check(layers: &[&[Entry<'_>]], expected: Result<&str, &str>) {
    let layers: Vec<Vec<u8>> = layers.iter().map(|entries| layer(entries)).collect();
    for saved in [
        docker(&layers),
        layout(&layers, gzip),
        layout(&layers, zstd),
    ] {
        match (
            unpacked(&saved).map_err(|error| error.to_string()),
            expected,
        ) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected),
            (Err(said), Err(part)) => assert!(said.contains(part), "{said}"),
            (found, expected) => panic!("{found:?} instead of {expected:?}"),
        }
    }
}

#[test]
fn layers_lie_over_each_other() {
    let first: &[Entry<'_>] = &[
        ("./", b'5', ""),
        ("bin/", b'5', ""),
        ("bin/sh", b'0', "shell"),
        ("bin/ash", b'1', "bin/sh"),
        ("sbin", b'2', "bin"),
        ("a/b", b'0', "1"),
        ("a/c", b'0', "1"),
    ];
    check(
        &[first],
        Ok("a/b=1 a/c=1 bin/ash=shell bin/sh=shell sbin->bin"),
    );
    check(
        &[
            first,
            &[
                ("a/b", b'0', "2"),
                ("a/.wh.c", b'0', ""),
                (".wh.sbin", b'0', ""),
            ],
        ],
        Ok("a/b=2 bin/ash=shell bin/sh=shell"),
    );
    check(
        &[first, &[("a/d/e", b'0', "2"), ("a/.wh..wh..opq", b'0', "")]],
        Ok("a/d/e=2 bin/ash=shell bin/sh=shell sbin->bin"),
    );
    check(
        &[first, &[("a", b'0', "2"), ("bin", b'2', "/x")]],
        Ok("a=2 bin->/x sbin->bin"),
    );
}

#[test]
fn a_mark_takes_away_only_what_lower_layers_have() {
    check(&[&[("a", b'0', "1"), (".wh.a", b'0', "")]], Ok("a=1"));
    check(
        &[
            &[("a", b'0', "1")],
            &[(".wh..wh.plnk", b'0', ""), (".wh...", b'0', "")],
        ],
        Ok("a=1"),
    );
}

/// Each would be a look at all that the layer has brought: hours for the most entries that there may be.
#[test]
fn a_folder_that_is_marked_again_is_not_looked_at_again() {
    let mut entries: Vec<Entry<'_>> = vec![("a/b", b'0', "2")];
    entries.extend([("a/.wh..wh..opq", b'0', ""); 100]);
    check(&[&[("a/c", b'0', "1")], &entries], Ok("a/b=2"));
}

#[test]
fn folders_lie_only_so_deep_in_each_other() {
    let deep = |folders: usize| format!("{}f", "d/".repeat(folders));
    let (fits, deeper) = (deep(255), deep(256));
    check(
        &[&[("@LongLink", b'L', &fits), ("short", b'0', "1")]],
        Err("more than 200"),
    );
    check(
        &[&[("@LongLink", b'L', &deeper), ("short", b'0', "1")]],
        Err("too deep"),
    );
}

#[test]
fn nothing_leads_out_of_the_root() {
    check(&[&[("../beside", b'0', "x")]], Err("leads out"));
    check(&[&[("a/../../beside", b'0', "x")]], Err("leads out"));
    check(&[&[("/etc/x", b'0', "x")]], Ok("etc/x=x"));
    check(&[&[("l", b'1', "../beside")]], Err("leads out"));
    check(&[&[("l", b'1', "nowhere")]], Err("not there"));
    check(&[&[(".wh.../beside", b'0', "")]], Ok(".wh.../beside="));
}

#[test]
fn nothing_is_written_or_removed_through_a_link() {
    check(
        &[&[("way", b'2', ".."), ("way/beside", b'0', "x")]],
        Ok("way/beside=x"),
    );
    check(
        &[&[("way", b'2', "..")], &[("way/.wh.beside", b'0', "")]],
        Ok("way->.."),
    );
    check(
        &[&[("way", b'2', "..")], &[("way/.wh..wh..opq", b'0', "")]],
        Ok("way->.."),
    );
    check(
        &[&[("way", b'2', ".."), ("l", b'1', "way/beside")]],
        Err("leads out"),
    );
    check(&[&[("f", b'2', "../beside"), ("f", b'0', "x")]], Ok("f=x"));
    check(
        &[&[("f", b'2', "../beside"), ("g", b'1', "f"), ("g", b'0', "x")]],
        Ok("f->../beside g=x"),
    );
    check(&[&[("tmp", b'2', ".."), ("etc", b'2', "/etc")]], Ok(""));
    check(&[&[("etc/hosts", b'2', "../../beside")]], Ok(""));
}

#[test]
fn devices_are_left_out_and_other_kinds_refused() {
    check(
        &[&[("dev/sda", b'4', ""), ("dev/x", b'3', ""), ("p", b'6', "")]],
        Ok(""),
    );
    check(&[&[("s", b'S', "")]], Err("kind `S`"));
}

#[test]
fn an_image_may_be_only_so_large() {
    let large = "x".repeat(600 * 1024);
    let file: &[Entry<'_>] = &[("large", b'0', &large)];
    check(&[file], Ok(&format!("large={large}")));
    check(&[file, file], Err("larger than"));
    let names: Vec<String> = (0..150).map(|number| number.to_string()).collect();
    let many: Vec<Entry<'_>> = names.iter().map(|name| (name.as_str(), b'0', "")).collect();
    check(&[&many, &many], Err("more than 200 files"));
    let deep = (0..40)
        .map(|number| format!("{number}/a/a/a/a/a/f"))
        .collect::<Vec<_>>();
    let deep: Vec<Entry<'_>> = deep.iter().map(|name| (name.as_str(), b'0', "")).collect();
    check(&[&deep], Err("more than 200 files"));
}

#[test]
fn a_layer_that_inflates_without_end_is_stopped() {
    let zeros = layer(&[("a", b'0', &"\0".repeat(64 * 1024 * 1024))]);
    for compress in [gzip, zstd] {
        let error = unpacked(&layout(std::slice::from_ref(&zeros), compress)).unwrap_err();
        assert!(matches!(error, ImageError::TooLarge(_)), "{error}");
    }
}

#[test]
fn hashes_are_proved() {
    let layers = [layer(&[("a", b'0', "1")])];
    let saved = docker(&layers);
    let at = |part: &[u8]| {
        saved
            .windows(part.len())
            .position(|window| window == part)
            .unwrap()
    };
    for (part, place) in [
        ("layer", at(b"ustar\0") + 512 * 4),
        ("configuration", at(b"amd64")),
    ] {
        let mut changed = saved.clone();
        changed[place] ^= 1;
        assert!(unpacked(&changed).is_err(), "{part}");
    }
    let mut other = docker(&layers);
    let content = other
        .windows(5)
        .rposition(|window| window == b"1\0\0\0\0")
        .unwrap();
    other[content] = b'2';
    let error = unpacked(&other).unwrap_err();
    assert!(
        matches!(error, ImageError::Hash { what: "layer" }),
        "{error}"
    );
}

#[test]
fn what_starts_its_program_is_told() {
    let place = tempfile::tempdir().unwrap();
    let saved = docker(&[layer(&[("app", b'0', "")])]);
    let settings = unpack(saved.as_slice(), place.path(), LIMITS).unwrap();
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let expected = Settings {
        entry_point: vec!["/app".to_owned()],
        command: vec!["a".to_owned()],
        working_directory: "/w".to_owned(),
        environment: vec![pair("A", "1"), pair("B", "x=y")],
        architecture: "amd64".to_owned(),
    };
    assert_eq!(settings, expected);
    let app = fs::metadata(place.path().join("app")).unwrap();
    assert_eq!(app.permissions().mode() & 0o7777, 0o755);
    assert_eq!(
        app.modified().unwrap(),
        std::time::UNIX_EPOCH + std::time::Duration::from_secs(0o777)
    );
}

#[test]
fn a_layer_may_be_a_link_to_another() {
    let layers = [layer(&[("a", b'0', "1")])];
    let settings = settings_of(&layers);
    let manifest = serde_json::json!([{ "Config": "c", "Layers": ["x/layer.tar"] }]);
    let files = [
        ("manifest.json", b'0', manifest.to_string().into_bytes()),
        ("c", b'0', settings),
        ("x/layer.tar", b'2', b"../y/layer.tar".to_vec()),
        ("y/layer.tar", b'0', layers[0].clone()),
    ];
    assert_eq!(unpacked(&tar(&files)).unwrap(), "a=1");
    let mut circle = files;
    circle[3] = ("y/layer.tar", b'2', b"../x/layer.tar".to_vec());
    assert!(unpacked(&tar(&circle)).is_err());
}

#[test]
fn long_names_of_pax_and_gnu_are_read() {
    let long = format!("{}/f", "d".repeat(120));
    let record = format!(" path={long}\n");
    let length = record.len() + 3;
    let pax = format!("{length}{record}");
    let entries: &[Entry<'_>] = &[("x", b'x', &pax), ("short", b'0', "1")];
    check(&[entries], Ok(&format!("{long}=1")));
    let entries: &[Entry<'_>] = &[("@LongLink", b'L', &long), ("short", b'0', "1")];
    check(&[entries], Ok(&format!("{long}=1")));
    for broken in [
        "9 path=x",
        "x path=y\n",
        "99 path=x\n",
        "5 a\nb",
        "25 GNU.sparse.major=1\n\n",
    ] {
        let entries: &[Entry<'_>] = &[("x", b'x', broken), ("short", b'0', "1")];
        check(&[entries], Err("image"));
    }
}

#[test]
fn a_layer_of_zstd_is_read_or_refused() {
    let whole = zstd(&layer(&[("a", b'0', "1")]));
    let read = |bytes: &[u8]| Layer::open(bytes, 1 << 20).and_then(|mut layer| layer.next());
    assert!(read(&whole).unwrap().is_some());
    let mut wide = whole[11..].to_vec();
    wide.splice(4..6, [0x00, 0xf8]); // A window of two terabytes.
    for broken in [&whole[..15], &whole[..40], &wide] {
        let error = read(broken).unwrap_err();
        assert!(matches!(error, ImageError::Broken(_)), "{error}");
    }
}

#[test]
fn what_is_no_image_is_refused() {
    for bytes in [
        &b""[..],
        b"not an image",
        &[0; 2048],
        &tar(&[("index.json", b'0', b"{}".to_vec())]),
    ] {
        assert!(unpacked(bytes).is_err());
    }
    let saved = docker(&[layer(&[("a", b'0', "1")])]);
    for length in (0..saved.len() - 1024).step_by(100) {
        assert!(unpacked(&saved[..length]).is_err(), "{length}");
    }
}

#[test]
fn a_folder_that_has_links_already_is_not_followed_either() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path().join("root");
    fs::create_dir(&root).unwrap();
    symlink(place.path(), root.join("etc")).unwrap();
    let saved = docker(&[layer(&[("a", b'0', "1")])]);
    unpack(saved.as_slice(), &root, LIMITS).unwrap();
    assert!(!place.path().join("hosts").exists());
}
