import { Signal } from './signal.ts';

/** What the page's two live regions say. Only urgent texts, such as failures, interrupt the screen reader. */
export class Announcer {
  readonly #changed = new Signal();
  #said: { polite: string; assertive: string } = { polite: '', assertive: '' };

  said = (): { polite: string; assertive: string } => this.#said;
  subscribe = (listener: () => void): (() => void) => this.#changed.subscribe(listener);

  say(text: string, options: { isUrgent?: boolean } = {}): void {
    const region = options.isUrgent ? 'assertive' : 'polite';
    // The same sentence twice in a row means two results. A no-break space makes the region change, so that it is read again.
    const again = this.#said[region] === text ? `${text}\u00a0` : text;
    this.#said = { ...this.#said, [region]: again };
    this.#changed.emit();
  }
}
