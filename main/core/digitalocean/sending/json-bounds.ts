/**
 * What a body of JSON may hold. The largest that the API sends, such as 200 droplets or a month of metrics, have some ten
 * thousand values, nested less than twenty deep. A body of 31 MB can hold ten million, which take seconds to read and a
 * gigabyte to keep, and one that is nested some thousand deep ends the stack of whoever walks through it.
 */
export const mostValues = 500_000;
export const deepest = 100;

/** The body has more values than `mostValues`, or is nested deeper than `deepest`. */
export class TooCrowded extends Error {}

/** Counts the values of a body of JSON while its bytes arrive. */
export class JsonBounds {
  /** Values so far, as commas and containers tell: a container among others counts twice, as it also takes more memory. */
  values = 1;
  #depth = 0;
  #isInText = false;
  /** The last byte of the piece before was a backslash in a text. */
  #isEscaped = false;

  /** Takes the next piece. Throws `TooCrowded` as soon as a bound is passed. */
  see(bytes: Uint8Array): void {
    let { values } = this;
    let depth = this.#depth;
    const { length } = bytes;
    for (let at = this.#isInText ? this.#endOfText(bytes, 0) : 0; at < length; at += 1) {
      const byte = bytes[at] as number;
      if (byte === quote) at = this.#endOfText(bytes, at + 1) - 1;
      else if (byte === comma) values += 1;
      // A bracket and a brace differ in one bit.
      else if ((byte | 0x20) === openBrace) {
        depth += 1;
        values += 1;
        if (depth > deepest) throw new TooCrowded();
      } else if ((byte | 0x20) === closeBrace) depth -= 1;
    }
    this.values = values;
    this.#depth = depth;
    if (values > mostValues) throw new TooCrowded();
  }

  /** Where the text ends in which `from` is: after its quote, or at the end of the piece. */
  #endOfText(bytes: Uint8Array, from: number): number {
    const { length } = bytes;
    let at = this.#isEscaped ? from + 1 : from;
    this.#isEscaped = false;
    for (; at < length; at += 1) {
      const byte = bytes[at] as number;
      if (byte === quote) {
        this.#isInText = false;
        return at + 1;
      }
      if (byte === backslash) at += 1;
    }
    this.#isInText = true;
    this.#isEscaped = at > length;
    return length;
  }
}

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
