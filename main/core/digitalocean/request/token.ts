const mask = '[token]';
const inspectKey = Symbol.for('nodejs.util.inspect.custom');

/**
 * A DigitalOcean API token without any readable form: printing, joining, inspecting or serialising it gives `[token]`.
 * The one way out is the header that `authorization` makes for a request to the API's own origins.
 */
export class Token {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret.trim();
  }

  /** Value of the Authorization header. For the request alone: never kept, logged or shown. */
  authorization(): string {
    return `Bearer ${this.#secret}`;
  }

  /** The text without the token in it: servers like to repeat what they were sent. */
  scrub(text: string): string {
    return this.#secret === '' ? text : text.replaceAll(this.#secret, mask);
  }

  toString(): string {
    return mask;
  }

  toJSON(): string {
    return mask;
  }

  [inspectKey](): string {
    return mask;
  }
}
