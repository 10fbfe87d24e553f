// A zip archive of some small files, stored as they are, as Lambda takes it.
import { bytes } from "../aws/sign";

export interface ZipEntry {
  name: string;
  data: Uint8Array;
}

export function zip(files: ZipEntry[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const file of files) {
    const name = bytes(file.name);
    const sum = crc32(file.data);
    const shared = [20, 0x0800, 0, 0, 0x21, sum, file.data.length, file.data.length, name.length, 0];
    const local = header(0x04034b50, [...shared]);
    // Readable by everybody, as Lambda wants code to be.
    const central = header(0x02014b50, [0x0314, ...shared, 0, 0, 0, 0o100644 * 0x10000, offset]);
    parts.push(local, name, file.data);
    directory.push(central, name);
    offset += local.length + name.length + file.data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = header(0x06054b50, [0, 0, files.length, files.length, size, offset, 0]);
  return join([...parts, ...directory, end]);
}

/** The widths of the fields that follow each signature. */
const WIDTHS: Record<number, number[]> = {
  0x04034b50: [2, 2, 2, 2, 2, 4, 4, 4, 2, 2],
  0x02014b50: [2, 2, 2, 2, 2, 2, 4, 4, 4, 2, 2, 2, 2, 2, 4, 4],
  0x06054b50: [2, 2, 2, 2, 4, 4, 2],
};

function header(signature: number, fields: number[]): Uint8Array {
  const widths = WIDTHS[signature] ?? [];
  const view = new DataView(new ArrayBuffer(4 + widths.reduce((sum, width) => sum + width, 0)));
  view.setUint32(0, signature, true);
  let at = 4;
  widths.forEach((width, index) => {
    const field = fields[index] ?? 0;
    if (width === 2) {
      view.setUint16(at, field, true);
    } else {
      view.setUint32(at, field, true);
    }
    at += width;
  });
  return new Uint8Array(view.buffer);
}

function crc32(data: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
    }
  }
  return (sum ^ 0xffffffff) >>> 0;
}

function join(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
