import { useState } from 'react';
import type { ManyForm } from '../../preload/contract/many.ts';
import { manyWords } from '../words/many.ts';

/** More are read one by one only when somebody wants to. */
const namesAtMost = 8;

/** A list that is cut, with the rest one click away. */
const Cut = ({ texts, label }: { texts: readonly string[]; label: string }) => {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole || texts.length <= namesAtMost + 1 ? texts : texts.slice(0, namesAtMost);
  return (
    <>
      <ul className="many-names" aria-label={label}>
        {shown.map((text) => (
          <li key={text}>{text}</li>
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

/** Which things a job over several is about, and which of the selected ones it leaves out, with the reason. */
export const ManyNames = ({ form: { names, leftOut, title } }: { form: ManyForm }) => (
  <>
    {names.length > 1 && (
      <div className="many-about">
        <Cut texts={names} label={manyWords.itemsOf(title)} />
      </div>
    )}
    {leftOut.length > 0 && (
      <div className="many-about">
        <span className="faint small-text">{manyWords.leftOut}</span>
        <Cut texts={leftOut.map(({ name, reason }) => `${name}: ${reason}`)} label={manyWords.leftOut} />
      </div>
    )}
  </>
);
