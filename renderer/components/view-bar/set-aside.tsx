import { useMeta } from '../../hooks/use-view.ts';
import { stateWords } from '../../words/states.ts';
import { Note } from '../feedback/note.tsx';

/** Which files of Buoy's could not be read at the start, and where they are kept; nothing if all could. */
export const SetAside = ({ isStrip = false }: { isStrip?: boolean }) => {
  const { setAside } = useMeta();
  return setAside.length === 0 ? null : (
    <Note isStrip={isStrip} tone="warn" icon="info" lead={stateWords.setAsideLead(setAside.length)}>
      {stateWords.setAsideDetail(setAside)}
    </Note>
  );
};
