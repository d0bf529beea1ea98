const hidden = '[hidden]';

/**
 * Texts that may contain a secret: DigitalOcean's tokens by their published prefixes (personal, OAuth, refresh), model access
 * keys, anything sent as a credential, user names in addresses, signed queries, and private keys.
 */
const secrets: readonly [RegExp, string][] = [
  [/\bdo[a-z]_v1_[0-9a-z]*/gi, hidden],
  [/\bsk-do-[\w-]+/gi, hidden],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${hidden}`],
  [
    /(["']?\b(?:authorization|password|secret|token|secret_key|access_key|api_key|key)["']?\s*[:=]\s*)(["']?)[^\s"',;&]{8,}\2/gi,
    `$1${hidden}`,
  ],
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@:]+:[^\s/@]+@/gi, `$1${hidden}@`],
  [/([?&](?:x-amz-signature|x-amz-credential|signature|sig)=)[^&\s"']+/gi, `$1${hidden}`],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, hidden],
];

/** Removes everything that looks like a secret. The result is one line of at most 2,000 characters. */
export function scrub(text: string): string {
  const clean = secrets.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
  return clean
    .replace(/[\r\n\u2028\u2029]+/g, ' ⏎ ')
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, 2000);
}
