import { Button } from '../components/controls/button.tsx';
import { KeyCaps } from '../components/controls/key-cap.tsx';
import { Dialog } from '../components/dialogs/dialog.tsx';
import { shortcutWords } from '../words/palette.ts';
import { frameWords } from '../words/views.ts';

/** All keyboard shortcuts, grouped by where they work. */
export const ShortcutsDialog = ({ onClose }: { onClose: () => void }) => (
  <Dialog label={shortcutWords.title} onClose={onClose} className="wide-dialog">
    <h2 className="large-text">{shortcutWords.title}</h2>
    <div className="shortcuts">
      {shortcutWords.groups.map((group) => (
        <section key={group.name} aria-label={group.name}>
          <h3 className="caption">{group.name}</h3>
          <dl>
            {group.keys.map(([keys, what]) => (
              <div key={what}>
                <dt>{what.replace('Mod', shortcutWords.modOther)}</dt>
                <dd>
                  <KeyCaps keys={keys} />
                  <span className="unseen">{keys.join(' ')}</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
    <div className="row buttons end">
      <Button onClick={onClose} data-initial-focus>
        {frameWords.close}
      </Button>
    </div>
  </Dialog>
);
