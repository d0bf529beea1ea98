import type { Desktop } from '../../../preload/contract/view.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { useSingle } from '../../hooks/use-view.ts';
import { stateWords } from '../../words/states.ts';
import { Note } from '../feedback/note.tsx';
import { StripAct } from './strip-act.tsx';

/** Says once, until the person has read it, what it means that the desktop shows no tray icon, and what brings one. */
export const NoTrayStrip = ({ desktop }: { desktop: Desktop }) => {
  const { withoutTray } = useSingle('settings');
  const { run } = useCommand();
  if (withoutTray.isSaid) return null;
  return (
    <Note
      isStrip
      icon="info"
      lead={stateWords.noTrayLead}
      act={
        <StripAct
          label={stateWords.understood}
          onClick={() => void run({ kind: 'update-settings', patch: { withoutTray: { isSaid: true } } })}
        />
      }
    >
      {stateWords.noTrayDetail[desktop]} {stateWords.noTrayClosing[withoutTray.closing]}
    </Note>
  );
};
