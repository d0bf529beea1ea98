import { useState } from 'react';
import type { JobResult } from '../../preload/contract/job.ts';
import { Button } from '../components/controls/button.tsx';
import { Dialog } from '../components/dialogs/dialog.tsx';
import { usePage } from '../page/page.ts';
import { commandWords } from '../words/commands.ts';
import { jobWords } from '../words/jobs.ts';

/** A secret that the API tells once. It closes only after a person copied it or says that they have it. */
export const SecretDialog = ({ secret, onClose }: { secret: NonNullable<JobResult['secret']>; onClose: () => void }) => {
  const { copy } = usePage();
  const [isShown, setShown] = useState(false);
  return (
    <Dialog label={secret.label} onClose={() => {}}>
      <h2 className="large-text title">{secret.label}</h2>
      <p className="quiet">{jobWords.secretOnce}</p>
      <div className="well">
        <span className="mono cut grow">{isShown ? secret.value : '•'.repeat(24)}</span>
        <Button size="small" look="ghost" onClick={() => setShown(!isShown)}>
          {isShown ? jobWords.hide : jobWords.show}
        </Button>
      </div>
      <div className="row buttons end">
        <Button onClick={onClose}>{jobWords.haveIt}</Button>
        <Button
          look="primary"
          data-initial-focus
          onClick={() => {
            void copy(secret.value, secret.label).then(onClose);
          }}
        >
          {commandWords.copy(secret.label)}
        </Button>
      </div>
    </Dialog>
  );
};
