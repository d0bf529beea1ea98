import { commandWords } from '../../words/commands.ts';
import { Button } from '../controls/button.tsx';

/** The end of a form in a dialog: its text is kept, or the dialog closes without it. */
export const SaveButtons = ({ isBusy, onClose }: { isBusy: boolean; onClose: () => void }) => (
  <div className="row buttons end">
    <Button keys={['Esc']} onClick={onClose}>
      {commandWords.cancel}
    </Button>
    <Button type="submit" look="primary" isBusy={isBusy}>
      {commandWords.save}
    </Button>
  </div>
);
