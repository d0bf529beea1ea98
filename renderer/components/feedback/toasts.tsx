import { type ReactNode, useSyncExternalStore } from 'react';
import type { Prepared } from '../../../preload/contract/failure.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useRow } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import type { Toast, ToastTone } from '../../page/toasts.ts';
import { progressOf, progressText } from '../../readings/action-progress.ts';
import { inOneLine } from '../../words/sentences.ts';
import { frameWords } from '../../words/views.ts';
import { IconButton } from '../controls/button.tsx';
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
      <span className="small-text faint cut">{inOneLine([team?.teamName, progressText(progressOf(action, now))])}</span>
      <ActionProgress action={action} />
    </>
  );
};

const ToastCard = ({
  toast,
  onDismiss,
  onFollow,
  onGoOn,
}: {
  toast: Toast;
  onDismiss: () => void;
  onFollow: (hash: string) => void;
  onGoOn: (prepared: Prepared) => void;
}) => {
  const { link, prepared } = toast;
  const [onlyKey] = toast.actionKeys.length === 1 ? toast.actionKeys : [];
  // Two of them beside the text would leave it no room.
  const goOn = prepared && (
    <button type="button" className="link small-text" onClick={() => onGoOn(prepared)}>
      {prepared.label}
    </button>
  );
  return (
    <li className="toast">
      <Lead tone={toast.tone} />
      <span className="two-lines grow">
        <span className="medium">{toast.title}</span>
        {toast.detail !== null && <span className="small-text faint">{toast.detail}</span>}
        {onlyKey !== undefined && <Running actionKey={onlyKey} />}
        {link !== null && goOn}
      </span>
      {link === null && goOn}
      {link && (
        <button type="button" className="link small-text" onClick={() => onFollow(link.hash)}>
          {link.label}
        </button>
      )}
      {toast.tone !== 'plain' && <IconButton icon="close" size="small" label={frameWords.dismiss} onClick={onDismiss} />}
    </li>
  );
};

/**
 * Toasts at the foot of a page. They take room of their own, below what the page shows, so that they never cover one of its
 * controls. `children` are further cards of the same row.
 */
export const Toasts = ({ children, onGoOn }: { children?: ReactNode; onGoOn: (prepared: Prepared) => void }) => {
  const { toasts, show } = usePage();
  const list = useSyncExternalStore(toasts.subscribe, toasts.list);
  if (list.length === 0 && !children) return null;
  return (
    <section className="toasts" aria-label={frameWords.results}>
      <ul>
        {children}
        {list.map((toast) => (
          <ToastCard
            key={toast.id}
            toast={toast}
            onDismiss={() => toasts.dismiss(toast.id)}
            onFollow={(hash) => {
              toasts.dismiss(toast.id);
              void show(hash);
            }}
            onGoOn={(prepared) => {
              toasts.dismiss(toast.id);
              onGoOn(prepared);
            }}
          />
        ))}
      </ul>
    </section>
  );
};
