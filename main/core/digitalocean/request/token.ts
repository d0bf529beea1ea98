import { cleanToken } from '../../../../preload/contract/token-shape.ts';
import { createScrubber, type SecretScrubber } from '../secret-scrubber.ts';

const mask = '[token]';
const inspectKey = Symbol.for('nodejs.util.inspect.custom');

/**
 * A DigitalOcean API token that has no readable form: printing, joining, inspecting or serialising it gives `[token]`.
 * Only `authorization` reveals it, for the header of a request to the API's own origins.
 */
export class Token {
  readonly #secret: string;
  /** Replaces the token with `[token]`, in whatever form somebody repeats it. */
  readonly scrubber: SecretScrubber;

  constructor(secret: string) {
    this.#secret = cleanToken(secret);
    this.scrubber = createScrubber(this.#secret);
  }

  /** Value of the Authorization header. For the request alone: never kept, logged or shown. */
  authorization(): string {
    return `Bearer ${this.#secret}`;
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
