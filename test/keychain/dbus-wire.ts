/** D-Bus values by their signature: the types that a secret service speaks. Little-endian. */
export type DbusValue = number | boolean | string | DbusVariant | readonly DbusValue[] | Uint8Array;
export interface DbusVariant {
  signature: string;
  value: DbusValue;
}

const alignments: Record<string, number> = { y: 1, g: 1, v: 1, b: 4, u: 4, i: 4, s: 4, o: 4, a: 4, '(': 8, '{': 8 };
const alignmentOf = (signature: string): number => alignments[signature[0] ?? ''] ?? 1;

/** The complete types of a signature, in order: `ao(ys)` is `ao` and `(ys)`. */
function splitSignature(signature: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < signature.length; ) {
    let end = start;
    while (signature[end] === 'a') end += 1;
    const opener = signature[end];
    if (opener === '(' || opener === '{') {
      let depth = 0;
      do {
        if ('({'.includes(signature[end] ?? '')) depth += 1;
        if (')}'.includes(signature[end] ?? '')) depth -= 1;
        end += 1;
      } while (depth > 0);
    } else end += 1;
    parts.push(signature.slice(start, end));
    start = end;
  }
  return parts;
}

export function encode(signature: string, values: readonly DbusValue[]): Uint8Array {
  const bytes: number[] = [];
  writeAll(bytes, signature, values);
  return Uint8Array.from(bytes);
}

function writeAll(bytes: number[], signature: string, values: readonly DbusValue[]): void {
  splitSignature(signature).forEach((type, index) => {
    write(bytes, type, values[index] as DbusValue);
  });
}

const pad = (bytes: number[], to: number): void => {
  while (bytes.length % to !== 0) bytes.push(0);
};
const pushU32 = (bytes: number[], value: number): void => {
  bytes.push(value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >>> 24) & 255);
};

function write(bytes: number[], type: string, value: DbusValue): void {
  pad(bytes, alignmentOf(type));
  switch (type[0]) {
    case 'y':
      bytes.push(value as number);
      return;
    case 'b':
    case 'u':
    case 'i':
      pushU32(bytes, Number(value));
      return;
    case 's':
    case 'o': {
      const text = Buffer.from(value as string);
      pushU32(bytes, text.length);
      bytes.push(...text, 0);
      return;
    }
    case 'g':
      bytes.push((value as string).length, ...Buffer.from(value as string), 0);
      return;
    case 'v': {
      const { signature, value: inner } = value as DbusVariant;
      write(bytes, 'g', signature);
      write(bytes, signature, inner);
      return;
    }
    case 'a':
      writeArray(bytes, type.slice(1), [...(value as Iterable<DbusValue>)]);
      return;
    default:
      writeAll(bytes, type.slice(1, -1), value as readonly DbusValue[]);
  }
}

function writeArray(bytes: number[], type: string, items: readonly DbusValue[]): void {
  const lengthAt = bytes.length;
  pushU32(bytes, 0);
  pad(bytes, alignmentOf(type));
  const start = bytes.length;
  for (const item of items) write(bytes, type, item);
  const length: number[] = [];
  pushU32(length, bytes.length - start);
  bytes.splice(lengthAt, 4, ...length);
}

export function decode(signature: string, bytes: Uint8Array): DbusValue[] {
  const cursor = { bytes: Buffer.from(bytes), at: 0 };
  return splitSignature(signature).map((type) => read(cursor, type));
}

interface Cursor {
  bytes: Buffer;
  at: number;
}

function read(cursor: Cursor, type: string): DbusValue {
  cursor.at = Math.ceil(cursor.at / alignmentOf(type)) * alignmentOf(type);
  switch (type[0]) {
    case 'y':
      return cursor.bytes.readUInt8(cursor.at++);
    case 'i':
      cursor.at += 4;
      return cursor.bytes.readInt32LE(cursor.at - 4);
    case 'b':
    case 'u':
      cursor.at += 4;
      return cursor.bytes.readUInt32LE(cursor.at - 4);
    case 's':
    case 'o': {
      const length = read(cursor, 'u') as number;
      cursor.at += length + 1;
      return cursor.bytes.toString('utf8', cursor.at - length - 1, cursor.at - 1);
    }
    case 'g': {
      const length = cursor.bytes.readUInt8(cursor.at);
      cursor.at += length + 2;
      return cursor.bytes.toString('utf8', cursor.at - length - 1, cursor.at - 1);
    }
    case 'v': {
      const signature = read(cursor, 'g') as string;
      return { signature, value: read(cursor, signature) };
    }
    case 'a':
      return readArray(cursor, type.slice(1));
    default:
      return splitSignature(type.slice(1, -1)).map((part) => read(cursor, part));
  }
}

function readArray(cursor: Cursor, type: string): DbusValue[] {
  const length = read(cursor, 'u') as number;
  cursor.at = Math.ceil(cursor.at / alignmentOf(type)) * alignmentOf(type);
  const end = cursor.at + length;
  const items: DbusValue[] = [];
  while (cursor.at < end) items.push(read(cursor, type));
  return items;
}
