/** A part of a text, and whether a search found it. */
export interface MarkedPart {
  text: string;
  isMarked: boolean;
  /** Where it begins in the text. */
  at: number;
}

/** Splits a text at every place where one of the words, which are in lower case, stands in it. */
export const markedParts = (text: string, words: readonly string[]): MarkedPart[] => {
  const lower = text.toLowerCase();
  // Some letters change their length in lower case; the places would be wrong.
  if (lower.length !== text.length) return [{ text, isMarked: false, at: 0 }];
  const marked = new Uint8Array(text.length);
  for (const word of words) {
    if (word === '') continue;
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) marked.fill(1, at, at + word.length);
  }
  const parts: MarkedPart[] = [];
  for (let at = 0; at < text.length; ) {
    let end = at + 1;
    while (end < text.length && marked[end] === marked[at]) end += 1;
    parts.push({ text: text.slice(at, end), isMarked: marked[at] === 1, at });
    at = end;
  }
  return parts;
};
