import { cleanToken } from '../../../../preload/contract/token-shape.ts';

const mask = '[token]';
const inspectKey = Symbol.for('nodejs.util.inspect.custom');

/**
 * A DigitalOcean API token that has no readable form: printing, joining, inspecting or serialising it gives `[token]`.
 * Only `authorization` reveals it, for the header of a request to the API's own origins.
 */
export class Token {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = cleanToken(secret);
  }

  /** Value of the Authorization header. For the request alone: never kept, logged or shown. */
  authorization(): string {
    return `Bearer ${this.#secret}`;
  }

  /** Replaces the token in a text with `[token]`: servers may repeat in an error what they were sent. */
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
