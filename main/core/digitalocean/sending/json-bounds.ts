/**
 * What a body of JSON may hold. The largest that the API sends, such as 200 droplets or a month of metrics, have some ten
 * thousand values, nested less than twenty deep. A body of 31 MB can hold ten million, which take seconds to read and a
 * gigabyte to keep, and one that is nested some thousand deep ends the stack of whoever walks through it.
 */
export const mostValues = 500_000;
export const deepest = 100;

/** The body has more values than `mostValues`, or is nested deeper than `deepest`. */
export class TooCrowded extends Error {}

/** A body of fewer bytes has few enough values, and is judged by `refuseDeep`, which is quicker than to look at every byte. */
const lightBytes = 512 * 1024;

/** Counts the values of a large body of JSON while its bytes arrive. */
export class JsonBounds {
  /**
   * Values so far, as commas and containers tell: a container among others counts twice, as it also takes more memory. 0 for a
   * body that is not large.
   */
  values = 0;
  #length = 0;
  #unseen: Uint8Array[] = [];
  readonly #lightBytes: number;
  #depth = 0;
  #isInText = false;
  /** The last byte of the piece before was a backslash in a text. */
  #isEscaped = false;

  /** @param fewBytes smaller bodies are not looked at */
  constructor(fewBytes = lightBytes) {
    this.#lightBytes = fewBytes;
  }

  /** Takes the next piece. Throws `TooCrowded` as soon as a bound is passed. */
  see(bytes: Uint8Array): void {
    this.#length += bytes.byteLength;
    this.#unseen.push(bytes);
    if (this.#length < this.#lightBytes) return;
    for (const piece of this.#unseen.splice(0)) this.#lookAt(piece);
  }

  /** One loop over every byte, so it calls nothing. */
  #lookAt(bytes: Uint8Array): void {
    const { length } = bytes;
    let values = 0;
    let depth = this.#depth;
    let isInText = this.#isInText;
    // A backslash at the end of the piece before takes the first byte of this one.
    let at = this.#isEscaped ? 1 : 0;
    for (; at < length; at += 1) {
      let byte = bytes[at];
      if (isInText || byte === quote) {
        if (!isInText) at += 1;
        isInText = true;
        for (; at < length; at += 1) {
          byte = bytes[at];
          if (byte === quote) {
            isInText = false;
            break;
          }
          if (byte === backslash) at += 1;
        }
        if (at >= length) break;
      } else if (byte === comma) values += 1;
      else if (byte === openBrace || byte === openBracket) {
        depth += 1;
        values += 1;
        if (depth > deepest) throw new TooCrowded();
      } else if (byte === closeBrace || byte === closeBracket) depth -= 1;
    }
    this.#isEscaped = at > length;
    this.#isInText = isInText;
    this.#depth = depth;
    this.values += values;
    if (this.values > mostValues) throw new TooCrowded();
  }
}

/** Throws `TooCrowded` for a value that is nested deeper than `deepest`. */
export function refuseDeep(value: unknown, depth = 1): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > deepest) throw new TooCrowded();
  if (Array.isArray(value)) for (const inner of value) refuseDeep(inner, depth + 1);
  else for (const name in value) refuseDeep((value as Record<string, unknown>)[name], depth + 1);
}

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const openBrace = 0x7b;
const openBracket = 0x5b;
const closeBrace = 0x7d;
const closeBracket = 0x5d;
