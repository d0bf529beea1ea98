import { Signal } from './signal.ts';

/** What the page's two live regions say. Only "down" and "failed" interrupt. */
export class Announcer {
  readonly #changed = new Signal();
  #said: { polite: string; assertive: string } = { polite: '', assertive: '' };

  said = (): { polite: string; assertive: string } => this.#said;
  subscribe = (listener: () => void): (() => void) => this.#changed.subscribe(listener);

  say(text: string, options: { isUrgent?: boolean } = {}): void {
    const region = options.isUrgent ? 'assertive' : 'polite';
    // The same sentence twice is still two results: a space that is not heard makes the region change.
    const again = this.#said[region] === text ? `${text}\u00a0` : text;
    this.#said = { ...this.#said, [region]: again };
    this.#changed.emit();
  }
}
