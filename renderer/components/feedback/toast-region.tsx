import { useSyncExternalStore } from 'react';
import { useNow } from '../../hooks/use-now.ts';
import { useRow } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import type { Toast, ToastTone } from '../../page/toasts.ts';
import { progressOf, progressText } from '../../readings/action-progress.ts';
import { frameWords } from '../../words/views.ts';
import { IconButton } from '../controls/button.tsx';
import { overlayId } from '../controls/overlay.ts';
import { Icon } from '../icons/icon.tsx';
import { StatusGlyph } from '../icons/status-glyph.tsx';
import { ActionProgress } from './progress.tsx';

const Lead = ({ tone }: { tone: ToastTone }) => {
  switch (tone) {
    case 'running':
    case 'done':
    case 'failed':
    case 'warn':
      return <StatusGlyph name={tone} />;
    case 'plain':
      return <Icon name="copy" size="sm" className="quiet" />;
  }
};

/** Progress of the one action that a toast follows. */
const Running = ({ actionKey }: { actionKey: string }) => {
  const action = useRow('actions', actionKey);
  const team = useRow('connections', action?.connectionId ?? null);
  const now = useNow('second');
  if (action?.status !== 'in-progress') return null;
  return (
    <>
      <span className="small-text faint cut">
        {[team?.teamName, progressText(progressOf(action, now))].filter(Boolean).join(' · ')}
      </span>
      <ActionProgress action={action} />
    </>
  );
};

const ToastCard = ({ toast, onDismiss, onFollow }: { toast: Toast; onDismiss: () => void; onFollow: (hash: string) => void }) => {
  const { link } = toast;
  const [onlyKey] = toast.actionKeys.length === 1 ? toast.actionKeys : [];
  return (
    <li className="toast">
      <Lead tone={toast.tone} />
      <span className="two-lines grow">
        <span className="medium">{toast.title}</span>
        {toast.detail !== null && <span className="small-text faint">{toast.detail}</span>}
        {onlyKey !== undefined && <Running actionKey={onlyKey} />}
      </span>
      {link && (
        <button type="button" className="link small-text" onClick={() => onFollow(link.hash)}>
          {link.label}
        </button>
      )}
      {toast.tone !== 'plain' && <IconButton icon="close" size="small" label={frameWords.dismiss} onClick={onDismiss} />}
    </li>
  );
};

/** Toasts at the lower right edge, the two live regions that announce results, and the element that menus are rendered into. */
export const ToastRegion = () => {
  const { toasts, announcer, show } = usePage();
  const list = useSyncExternalStore(toasts.subscribe, toasts.list);
  const said = useSyncExternalStore(announcer.subscribe, announcer.said);
  return (
    <section id={overlayId} aria-label={frameWords.overlays}>
      <ul className="toasts">
        {list.map((toast) => (
          <ToastCard
            key={toast.id}
            toast={toast}
            onDismiss={() => toasts.dismiss(toast.id)}
            onFollow={(hash) => {
              toasts.dismiss(toast.id);
              void show(hash);
            }}
          />
        ))}
      </ul>
      <div className="unseen" role="status" aria-live="polite">
        {said.polite}
      </div>
      <div className="unseen" role="alert" aria-live="assertive">
        {said.assertive}
      </div>
    </section>
  );
};
