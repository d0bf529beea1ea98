/** What stands where the secret was. */
const mask = '[token]';

/** Shorter secrets are not looked for in answers: they would be found in words that have nothing to do with them. */
const shortest = 16;

/**
 * Removes one secret from texts that somebody else wrote. An answer may repeat what it was sent, as it came or in another form:
 * in capitals, with escapes of a JSON text or an address (`\u0064op`, `%64op`), or in base64, alone or inside something longer.
 * Clean texts cost about as much as one search for a word.
 */
export interface SecretScrubber {
  /** The text without the secret. A clean text is returned as it is. */
  scrub(text: string): string;
  /** The same for a body that is not text. */
  scrubBytes(bytes: Uint8Array): Uint8Array;
}

export function createScrubber(secret: string): SecretScrubber {
  if (secret.length < shortest) {
    const scrub = (text: string) => (secret === '' ? text : text.replaceAll(secret, mask));
    return { scrub, scrubBytes: (bytes) => bytes };
  }
  const plain = new RegExp(escapedForPattern(secret), 'gi');
  const escaped = new RegExp(Array.from(secret, inAnyEscape).join(''), 'gi');
  // The case of a base64 text counts, so of the secret's own cases only the likely ones are looked for.
  const encoded = [...new Set([secret, secret.toLowerCase(), secret.toUpperCase()])].flatMap(coresInBase64);

  function scrub(text: string): string {
    let clean = text.replace(plain, mask);
    if (hasNeedlessEscape.test(clean)) clean = clean.replace(escaped, mask);
    for (const core of encoded) if (clean.includes(core)) clean = clean.replaceAll(core, mask);
    return clean;
  }

  return {
    scrub,
    scrubBytes(bytes) {
      // Every byte becomes the character of its number, so whatever is left goes back as it was.
      const text = binaryText(bytes);
      const clean = scrub(text);
      return clean === text ? bytes : Uint8Array.from(clean, (character) => character.charCodeAt(0));
    },
  };
}

/** An escape of a letter, a digit or an underscore, which nobody has to escape and a search for the secret would miss. */
const hasNeedlessEscape = /(?:%|\\u00)(?:3\d|[4-7][\da-f])/i;

const hex = (character: string): string => character.charCodeAt(0).toString(16).padStart(2, '0');
const escapedForPattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

function inAnyEscape(character: string): string {
  const codes = [...new Set([hex(character.toLowerCase()), hex(character.toUpperCase())])].join('|');
  return `(?:${escapedForPattern(character)}|(?:%|\\\\u00)(?:${codes}))`;
}

/**
 * What base64 makes of the text wherever it begins inside a longer one: one for each place in a group of three bytes, without the
 * characters at both ends that its neighbours decide too. Both alphabets of base64 give the same for what credentials consist of.
 */
function coresInBase64(text: string): string[] {
  return [0, 1, 2].map((before) => {
    const all = base64('\0'.repeat(before) + text);
    const first = Math.ceil((before * 8) / 6);
    return all.slice(first, Math.floor(((before + text.length) * 8) / 6));
  });
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Without the padding at the end. For characters up to U+00FF. */
function base64(text: string): string {
  const bits = Array.from(text, (character) => character.charCodeAt(0).toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,6}/g) ?? []).map((six) => alphabet[Number.parseInt(six.padEnd(6, '0'), 2)] ?? '').join('');
}

const pieceBytes = 8_192;

function binaryText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.byteLength; at += pieceBytes) text += String.fromCharCode(...bytes.subarray(at, at + pieceBytes));
  return text;
}
