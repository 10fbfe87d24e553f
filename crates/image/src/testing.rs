//! Images made in memory, for tests and fuzz targets: archives with any entries, sound or not.

use crate::digest::Digest;

const CONFIG: &str =
    r#"{"Env":["A=1","B=x=y","broken"],"Entrypoint":["/app"],"Cmd":["a"],"WorkingDir":"/w"}"#;

/// An archive of these entries: name, kind as the format writes it, content or target.
pub fn tar(entries: &[(&str, u8, Vec<u8>)]) -> Vec<u8> {
    let mut archive = Vec::new();
    for (name, kind, content) in entries {
        let is_link = matches!(kind, b'1' | b'2');
        let (size, link) = if is_link {
            (0, content.as_slice())
        } else {
            (content.len(), &[][..])
        };
        archive.extend(header(name, *kind, size, link));
        if !is_link {
            archive.extend(content);
            archive.resize(archive.len().next_multiple_of(512), 0);
        }
    }
    archive.extend([0; 1024]);
    archive
}

/// A header of the POSIX form, with a mode and a time of its own.
fn header(name: &str, kind: u8, size: usize, link: &[u8]) -> Vec<u8> {
    let size = format!("{size:011o}\0");
    let fields: [(&[u8], usize); 9] = [
        (name.as_bytes(), 100),
        (b"0000755\0", 8),
        (b"0000000\0", 8),
        (b"0000000\0", 8),
        (size.as_bytes(), 12),
        (b"00000000777\0", 12),
        (b"        ", 8),
        (&[kind], 1),
        (link, 100),
    ];
    let mut block = Vec::with_capacity(512);
    for (text, length) in fields {
        let end = block.len() + length;
        block.extend(text.iter().take(length));
        block.resize(end, 0);
    }
    block.extend(b"ustar\x0000");
    block.resize(512, 0);
    let sum: u64 = block.iter().map(|byte| u64::from(*byte)).sum();
    let checksum = format!("{sum:06o}\0 ").into_bytes();
    block.splice(148..156, checksum);
    block
}

/// The configuration of an image with these layers.
pub fn settings_of(layers: &[Vec<u8>]) -> Vec<u8> {
    let hash = |layer: &Vec<u8>| format!("\"sha256:{}\"", Digest::of(layer).as_hex());
    let hashes = layers.iter().map(hash).collect::<Vec<_>>().join(",");
    let layers = format!(r#"{{"type":"layers","diff_ids":[{hashes}]}}"#);
    let settings =
        format!(r#"{{"os":"linux","architecture":"amd64","config":{CONFIG},"rootfs":{layers}}}"#);
    settings.into_bytes()
}

/// An image of these layers as `docker save` writes it.
pub fn docker(layers: &[Vec<u8>]) -> Vec<u8> {
    let settings = settings_of(layers);
    let name = format!("{}.json", Digest::of(&settings).as_hex());
    let names: Vec<String> = (0..layers.len())
        .map(|number| format!("{number}/layer.tar"))
        .collect();
    let manifest = serde_json::json!([{ "Config": name, "RepoTags": ["a:b"], "Layers": names }]);
    let mut files = vec![
        ("manifest.json", b'0', manifest.to_string().into_bytes()),
        (name.as_str(), b'0', settings),
    ];
    let layers = names.iter().zip(layers);
    files.extend(layers.map(|(name, layer)| (name.as_str(), b'0', layer.clone())));
    tar(&files)
}
