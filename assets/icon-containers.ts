/** One picture of an icon file: a square PNG and its side in pixels. */
export interface Picture {
  size: number;
  png: Uint8Array;
}

/** A Windows icon with PNG entries, which Windows reads since Vista. https://learn.microsoft.com/windows/win32/menurc/iconresource */
export function packIco(pictures: readonly Picture[]): Buffer {
  const headBytes = 6;
  const entryBytes = 16;
  const head = Buffer.alloc(headBytes + entryBytes * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = headBytes + entryBytes * index;
    // The size field is one byte: 256 is written as 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** Types of a macOS icon's entries by pixels; several stand for the same pixels at another scale. */
const icnsTypes: Record<number, readonly string[]> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** A macOS icon with PNG entries. */
export function packIcns(pictures: readonly Picture[]): Buffer {
  const entries = pictures.flatMap(({ size, png }) => (icnsTypes[size] ?? []).map((type) => entry(type, png)));
  return entry('icns', Buffer.concat(entries));
}

function entry(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'ascii');
  head.writeUInt32BE(content.length + head.length, 4);
  return Buffer.concat([head, content]);
}
