// Packs what Vite built: compressed files in ../dist, and the Rust table that embeds them. With
// `--check` it proves that ../dist holds exactly what was built. Compressed bytes differ between
// versions of zlib, so that files are compared as they were before they were compressed.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, "../build");
const dist = join(here, "../../dist");
const table = join(here, "../../src/generated/assets.rs");
const KINDS = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

function files(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .toSorted();
}

const assets = files(built).map((path) => {
  const kind = KINDS[extname(path)];
  if (kind === undefined) {
    throw new Error(`${path} is of no kind that the console serves`);
  }
  const data = readFileSync(join(built, path));
  return { path, kind, data, digest: createHash("sha256").update(data).digest("hex") };
});

const rust = `// Written by \`cargo xtask console\`. Do not edit.
use crate::assets::Asset;

#[rustfmt::skip]
pub(crate) const ASSETS: &[Asset] = &[
${assets
  .map(
    ({ path, kind, digest }) =>
      `    Asset { path: "/${path}", kind: "${kind}", gzip: include_bytes!("../../dist/${path}.gz"), digest: "${digest}" },\n`,
  )
  .join("")}];
`;

if (process.argv.includes("--check")) {
  check();
} else {
  write();
}

function write() {
  rmSync(dist, { recursive: true, force: true });
  let total = 0;
  for (const { path, data } of assets) {
    const target = join(dist, `${path}.gz`);
    const packed = gzipSync(data, { level: 9 });
    // The operating system in the header (RFC 1952) would differ from machine to machine.
    packed[9] = 255;
    total += packed.length;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, packed);
  }
  writeFileSync(table, rust);
  console.log(`${assets.length} files, ${total} bytes compressed`);
}

function check() {
  const wrong = [];
  for (const { path, data } of assets) {
    try {
      if (!gunzipSync(readFileSync(join(dist, `${path}.gz`))).equals(data)) {
        wrong.push(path);
      }
    } catch {
      wrong.push(path);
    }
  }
  const wanted = new Set(assets.map(({ path }) => `${path}.gz`));
  wrong.push(...files(dist).filter((path) => !wanted.has(path)));
  if (readFileSync(table, "utf8") !== rust) {
    wrong.push("src/generated/assets.rs");
  }
  if (wrong.length > 0) {
    console.error(`run \`cargo xtask console\`: stale are ${wrong.join(", ")}`);
    process.exit(1);
  }
  console.log(`${assets.length} files are fresh`);
}
