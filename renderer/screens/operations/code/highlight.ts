/** A piece of code with the tone that it is drawn in. */
export interface CodePiece {
  text: string;
  tone: 'plain' | 'name' | 'text' | 'number' | 'word';
}

const pieces =
  /("(?:[^"\\]|\\.)*")(\s*:)?|(?<![\w./-])(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])|(?<![\w./-])(true|false|null)(?![\w./-])/g;

/** Colours what looks like JSON in any text, also inside a shell command. The pieces joined are the text again. */
export function highlight(code: string): CodePiece[] {
  const result: CodePiece[] = [];
  let at = 0;
  for (const match of code.matchAll(pieces)) {
    if (match.index > at) result.push({ text: code.slice(at, match.index), tone: 'plain' });
    const [whole, quoted, colon, number] = match;
    if (quoted !== undefined) {
      result.push({ text: quoted, tone: colon === undefined ? 'text' : 'name' });
      if (colon !== undefined) result.push({ text: colon, tone: 'plain' });
    } else result.push({ text: whole, tone: number === undefined ? 'word' : 'number' });
    at = match.index + whole.length;
  }
  if (at < code.length) result.push({ text: code.slice(at), tone: 'plain' });
  return result;
}
