import type { WebFrameMain } from 'electron';
import { StrictEmitter } from '../strict.ts';

let nextRoutingId = 1;

/** One document in one frame. After the next navigation it is gone, and any use of it throws. */
export class StandinFrame extends StrictEmitter implements Pick<WebFrameMain, 'url' | 'origin' | 'routingId' | 'isDestroyed'> {
  readonly routingId = nextRoutingId++;
  isGone = false;
  readonly #url: string;
  readonly #parent: StandinFrame | null;

  constructor(url: string, parent: StandinFrame | null) {
    super('WebFrameMain', []);
    this.#url = url;
    this.#parent = parent;
  }

  #alive(): void {
    if (this.isGone) throw new Error('Render frame was disposed before WebFrameMain could be accessed');
  }

  get url(): string {
    this.#alive();
    return this.#url;
  }

  get origin(): string {
    this.#alive();
    const url = URL.parse(this.#url);
    if (url === null) return 'null';
    return url.origin === 'null' && url.host !== '' ? `${url.protocol}//${url.host}` : url.origin;
  }

  get parent(): StandinFrame | null {
    this.#alive();
    return this.#parent;
  }

  isDestroyed(): boolean {
    return this.isGone;
  }
}
