/** Which forms hold something that the person typed and did not send. The host keeps the window while one does. */
export class Drafts {
  readonly #held = new Set<object>();
  readonly #tell: (hasDraft: boolean) => void;

  /** `tell` is called when the first form begins to hold something, and when the last one ends to. */
  constructor(tell: (hasDraft: boolean) => void) {
    this.#tell = tell;
  }

  /** `owner` stands for the form. */
  set(owner: object, isHeld: boolean): void {
    const before = this.#held.size;
    if (isHeld) this.#held.add(owner);
    else this.#held.delete(owner);
    if (before > 0 !== this.#held.size > 0) this.#tell(isHeld);
  }
}
