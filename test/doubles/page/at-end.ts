const ends: (() => void)[] = [];

/** Calls it once the test is over, after what was drawn is gone. */
export const atEnd = (end: () => void): void => void ends.push(end);

/** Calls all that were given since the last time. */
export function endDrawn(): void {
  for (const end of ends.splice(0)) end();
}
