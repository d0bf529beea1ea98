import type { ManyForm } from '../../preload/contract/many.ts';
import { manyWords } from '../words/many.ts';
import { CutList } from './cut-list.tsx';

/** Which things a job over several is about, and which of the selected ones it leaves out, with the reason. */
export const ManyNames = ({ form: { names, leftOut, goes, title } }: { form: ManyForm }) => {
  const areNamedBelow = names.every((name) => goes.some((line) => line.includes(name)));
  return (
    <>
      {names.length > 1 && !areNamedBelow && (
        <div className="many-about">
          <CutList texts={names} label={manyWords.itemsOf(title)} className="many-names inline" />
        </div>
      )}
      {leftOut.length > 0 && (
        <div className="many-about">
          <span className="faint small-text">{manyWords.leftOut}</span>
          <CutList
            texts={leftOut.map(({ name, reason }) => (reason.includes(name) ? reason : `${name}: ${reason}`))}
            label={manyWords.leftOut}
            className="many-names"
          />
        </div>
      )}
    </>
  );
};
