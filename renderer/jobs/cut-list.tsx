import { useState } from 'react';
import { manyWords } from '../words/many.ts';

/** More are read one by one only when somebody wants to. */
const linesAtMost = 8;

/** A list that is cut, with the rest one click away. */
export const CutList = ({ texts, label, className }: { texts: readonly string[]; label: string; className?: string }) => {
  const [isWhole, setWhole] = useState(false);
  // Two things may have the same name.
  const lines = texts.map((text, at) => ({ key: `${at} ${text}`, text }));
  const shown = isWhole || lines.length <= linesAtMost + 1 ? lines : lines.slice(0, linesAtMost);
  return (
    <>
      <ul className={className} aria-label={label}>
        {shown.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
      {shown.length < texts.length && (
        <button type="button" className="link small-text" onClick={() => setWhole(true)}>
          {manyWords.allNames(texts.length - shown.length)}
        </button>
      )}
    </>
  );
};
