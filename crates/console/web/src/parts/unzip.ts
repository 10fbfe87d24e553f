// Reads the only file of a small zip archive, so that it can be edited.

export interface TextFile {
  name: string;
  text: string;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Larger code is not for an editor. */
const MOST_BYTES = 200_000;

/** Nothing where the archive has several files, or one that is no small text. */
export async function unzipOne(address: string | undefined): Promise<TextFile | undefined> {
  if (address === undefined) {
    return undefined;
  }
  // The signed address holds for this server under any of its names.
  const { pathname, search } = new URL(address, location.href);
  const response = await fetch(pathname + search, { cache: "no-store", credentials: "omit" });
  if (!response.ok) {
    return undefined;
  }
  return readOnly(await response.arrayBuffer());
}

async function readOnly(archive: ArrayBuffer): Promise<TextFile | undefined> {
  const view = new DataView(archive);
  const end = archive.byteLength - 22;
  if (end < 0 || view.getUint32(end, true) !== END || view.getUint16(end + 10, true) !== 1) {
    return undefined;
  }
  const central = view.getUint32(end + 16, true);
  if (view.getUint32(central, true) !== CENTRAL) {
    return undefined;
  }
  const packed = view.getUint32(central + 20, true);
  const size = view.getUint32(central + 24, true);
  const local = view.getUint32(central + 42, true);
  if (size > MOST_BYTES || view.getUint32(local, true) !== LOCAL) {
    return undefined;
  }
  const nameLength = view.getUint16(local + 26, true);
  const start = local + 30 + nameLength + view.getUint16(local + 28, true);
  const name = new TextDecoder().decode(archive.slice(local + 30, local + 30 + nameLength));
  const data = archive.slice(start, start + packed);
  const stored = view.getUint16(central + 10, true) === 0;
  const text = stored ? new TextDecoder().decode(data) : await inflate(data);
  return text.includes("\0") ? undefined : { name, text };
}

async function inflate(data: ArrayBuffer): Promise<string> {
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}
