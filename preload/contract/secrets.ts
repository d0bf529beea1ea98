/** A value in an answer, and where it stands. */
export interface Placed {
  /** Name of its field, as the API writes it. */
  field: string;
  value: unknown;
  /** The fields of the same object; a few names say only beside others that they hold a secret. */
  beside?: Readonly<Record<string, unknown>> | undefined;
  /** Name of the field that holds that object, or the list that it is in. */
  inside?: string | undefined;
}

const names =
  /passw|secret|private_?key|kubeconfig|credentials?$|bearer|^auth(orization)?$|user_data|(^|_)(token|api_?key|auth_?key|service_?key|key_data)$|signed_?url|upload_?url/i;

/** A token that only marks where something ends is none of those that open something. */
const notSecret = /^stop_token$/;

/**
 * A connection string with a password, the address of a chat that takes messages from anyone who knows it, an address that is signed
 * or carries a token, a private key.
 */
const values = [
  /^[a-z+]+:\/\/[^/@\s]*:[^/@\s]+@/i,
  /^https:\/\/hooks\.slack\.com\//,
  /^[a-z]+:\/\/.*[?&]((access_)?token|signature|X-Amz-Signature)=/i,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
];

/** Names that other things have too, and what stands beside them where they hold a secret. */
const companions: Readonly<Record<string, (beside: Readonly<Record<string, unknown>>) => boolean>> = {
  // A functions namespace; elsewhere `key` is the name in a pair.
  key: (beside) => 'namespace' in beside || 'api_host' in beside,
  // An app's variable that was saved as a secret; an access token of dedicated inference.
  value: (beside) => beside.type === 'SECRET' || 'is_managed' in beside,
  // A Kafka user's private key. A Spaces access key is the public half of its pair.
  access_key: (beside) => 'access_cert' in beside,
};

/** `value` in an object of this name is the secret itself, as of `bgp_auth_key` and of `tokens`. */
const holders = /(^|_)(token|auth_key|service_key|api_key|secret)s?$/i;

/** Headers that an agent sends to another server: whichever of them signs it in, nobody knows. */
const sent = /^headers$/i;

/**
 * Whether a value gives access to something, so that it is shown only when a person asks for it. The one rule for lists,
 * panels, answers and copies.
 */
export function isSecret({ field, value, beside = {}, inside = '' }: Placed): boolean {
  if (typeof value !== 'string' || value === '') return false;
  if (names.test(field) && !notSecret.test(field)) return true;
  if ((value.includes('//') || value.includes('-----')) && values.some((form) => form.test(value))) return true;
  if (field === 'value' && holders.test(inside)) return true;
  if (sent.test(inside)) return true;
  return Object.hasOwn(companions, field) && companions[field]?.(beside) === true;
}

/** How deep an answer is searched. Answers of the API are far flatter. */
const deepest = 40;

/** Whether any value in an answer is a secret. */
export function holdsSecret(value: unknown, inside = '', depth = 0): boolean {
  if (typeof value !== 'object' || value === null || depth > deepest) return false;
  if (Array.isArray(value)) {
    return value.some((part) => isSecret({ field: inside, value: part }) || holdsSecret(part, inside, depth + 1));
  }
  const beside = value as Record<string, unknown>;
  return Object.entries(beside).some(
    ([field, part]) => isSecret({ field, value: part, beside, inside }) || holdsSecret(part, field, depth + 1),
  );
}
