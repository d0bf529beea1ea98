import { parseRoute, type Route } from '../routes/routes.ts';
import { Signal } from './signal.ts';

/** Follows the hash of the page's address. One per page. */
export class Router {
  readonly #window: Pick<Window, 'location' | 'history' | 'addEventListener' | 'removeEventListener'>;
  readonly #changed = new Signal();
  #hash: string;
  #route: Route;

  constructor(window: Pick<Window, 'location' | 'history' | 'addEventListener' | 'removeEventListener'>) {
    this.#window = window;
    this.#hash = window.location.hash;
    this.#route = parseRoute(this.#hash);
  }

  /** Returns the function that stops following. */
  start(): () => void {
    this.#window.addEventListener('hashchange', this.#follow);
    return () => this.#window.removeEventListener('hashchange', this.#follow);
  }

  route = (): Route => this.#route;
  hash = (): string => this.#hash;
  subscribe = (listener: () => void): (() => void) => this.#changed.subscribe(listener);

  /** Goes to a hash such as `#/droplets`. With `isReplacing` this leaves no step in the browser's history. */
  go(hash: string, options: { isReplacing?: boolean } = {}): void {
    if (hash === this.#window.location.hash) return;
    if (options.isReplacing) this.#window.history.replaceState(null, '', hash);
    else this.#window.location.hash = hash;
    this.#follow();
  }

  readonly #follow = (): void => {
    if (this.#hash === this.#window.location.hash) return;
    this.#hash = this.#window.location.hash;
    this.#route = parseRoute(this.#hash);
    this.#changed.emit();
  };
}
