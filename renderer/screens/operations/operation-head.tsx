import { useState } from 'react';
import type { DangerLevel, Operation } from '../../../preload/contract/catalogue.ts';
import { Button, IconButton } from '../../components/controls/button.tsx';
import { Dialog } from '../../components/dialogs/dialog.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { operationWords } from '../../words/operations.ts';
import { FavouriteButton } from './list/favourite.tsx';
import { MethodBadge } from './list/method-badge.tsx';

/** The scopes that the token needs: alternatives, each of one or more scopes. */
const Scopes = ({ operation }: { operation: Operation }) => {
  if (operation.server !== 'api') return <span className="op-scope">{operationWords.ownServer[operation.server]}</span>;
  if (operation.scopes.length === 0) return <span className="op-scope">{operationWords.noScope}</span>;
  return (
    <span className="op-scope">
      {operationWords.needs}{' '}
      {operation.scopes.map((scopes, index) => (
        <span key={scopes.join()}>
          {index > 0 && ` ${operationWords.or} `}
          <span className="mono">{scopes.join(' ')}</span>
        </span>
      ))}
    </span>
  );
};

/** Empties the form, and asks first if something would be lost. */
const EmptyButton = ({ isHeld, onReset }: { isHeld: boolean; onReset: () => void }) => {
  const [isAsking, setAsking] = useState(false);
  const empty = () => {
    setAsking(false);
    onReset();
  };
  return (
    <>
      <IconButton icon="empty" size="small" label={operationWords.empty} onClick={isHeld ? () => setAsking(true) : empty} />
      {isAsking && (
        <Dialog label={operationWords.emptyTitle} onClose={() => setAsking(false)}>
          <h2 className="large-text title">{operationWords.emptyTitle}</h2>
          <p className="quiet">{operationWords.emptyDetail}</p>
          <div className="row buttons end">
            <Button onClick={() => setAsking(false)} keys={['Esc']} data-initial-focus>
              {operationWords.keep}
            </Button>
            <Button look="primary" onClick={empty}>
              {operationWords.empty}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
};

/** Which operation this is: its title, its request line, the scopes that it needs and how dangerous it is. */
export const OperationHead = ({
  operation,
  danger: level,
  isFavourite,
  isHeld,
  onFavourite,
  onReset,
}: {
  operation: Operation;
  /** Of the call as it is filled in. */
  danger: DangerLevel;
  isFavourite: boolean;
  /** Whether the person typed something that was not sent. */
  isHeld: boolean;
  onFavourite: (isOn: boolean) => void;
  onReset: () => void;
}) => {
  const danger = operationWords.dangers[level];
  return (
    <header className="op-form-head">
      <div className="row">
        <h2 className="large-text grow">{operation.title}</h2>
        {operation.isDeprecated && <span className="tag warn">{operationWords.deprecated}</span>}
        <EmptyButton isHeld={isHeld} onReset={onReset} />
        <FavouriteButton isOn={isFavourite} onChange={onFavourite} />
      </div>
      <div className="op-line-facts small-text faint">
        <MethodBadge method={operation.method} />
        <span className="mono break">{operation.path}</span>
        <Scopes operation={operation} />
        {danger !== null && (
          <span className={level === 'destructive' ? 'row danger' : 'row warn'}>
            <Icon name={level === 'destructive' ? 'trash' : 'alert'} size="xs" />
            {danger}
          </span>
        )}
      </div>
    </header>
  );
};
