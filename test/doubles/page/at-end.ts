const ends: (() => void)[] = [];

/** Calls it once the test is over. A hook would be set by the first file only, because files share what they import. */
export const atEnd = (end: () => void): void => void ends.push(end);

/** Calls all that were given since the last time. */
export function endDrawn(): void {
  for (const end of ends.splice(0)) end();
}
