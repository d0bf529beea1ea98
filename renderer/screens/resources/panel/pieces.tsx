import { exactMoment } from '../../../../preload/contract/time-words.ts';
import { classNames } from '../../../components/class-names.ts';
import { CopyButton } from '../../../components/controls/copyable.tsx';
import type { Piece } from '../../../families/panels/panel.ts';
import { useNow } from '../../../hooks/use-now.ts';
import { itemHref } from '../../../routes/resource-place.ts';
import { resourceWords } from '../../../words/resources.ts';
import { age, clockOrDay } from '../../../words/times.ts';
import { ReadValue } from '../read-value.tsx';
import { calledThing } from './things.ts';
import type { PanelData } from './use-panel.ts';

/** Stands where something is being read. */
export const Waiting = () => (
  <span className="faint" role="img" aria-label={resourceWords.isRead}>
    …
  </span>
);

/** "24 Nov 20:19, 2 d ago". */
const Moment = ({ atMs }: { atMs: number }) => {
  const now = useNow();
  return (
    <time className="tabular" dateTime={new Date(atMs).toISOString()} title={exactMoment(atMs)}>
      {clockOrDay(atMs, now)} <span className="faint">{resourceWords.past(age(atMs, now))}</span>
    </time>
  );
};

/** "6 Dec 20:16, in 9 d", or that it is over. */
const Until = ({ atMs }: { atMs: number }) => {
  const now = useNow();
  return (
    <time className="tabular" dateTime={new Date(atMs).toISOString()} title={exactMoment(atMs)}>
      {clockOrDay(atMs, now)}{' '}
      {atMs > now ? (
        <span className="faint">{resourceWords.ahead(age(now, atMs))}</span>
      ) : (
        <span className="danger">{resourceWords.expired(age(atMs, now))}</span>
      )}
    </time>
  );
};

const ThingLink = ({ familyId, id, name, data }: { familyId: string; id: string; name: string | null; data: PanelData }) => {
  const called = name === null ? calledThing(data, familyId, id) : null;
  return (
    <a className="link cut" href={itemHref(familyId, data.about.connectionId, id)} title={id}>
      {called === null ? name : called.isAwaited ? <Waiting /> : called.text}
    </a>
  );
};

const looks = { plain: undefined, quiet: 'faint', warn: 'warn', bad: 'danger' } as const;

/** One part of what a fact says. */
export const PieceView = ({ piece, data }: { piece: Piece; data: PanelData }) => {
  switch (piece.kind) {
    case 'text':
      return (
        <span className={classNames('piece', looks[piece.look])} title={piece.text}>
          {piece.text}
        </span>
      );
    case 'reading':
      return (
        <span className="piece tabular">
          <ReadValue reading={piece.reading} value={piece.value} />
        </span>
      );
    case 'copied':
      return (
        <span className="row piece copied">
          <span className="tabular cut" title={piece.text}>
            {piece.text}
          </span>
          <CopyButton text={piece.text} what={piece.what} />
        </span>
      );
    case 'secret':
      return (
        <span className="row piece copied">
          <span className="faint" role="img" aria-label={resourceWords.hidden}>
            ••••••••
          </span>
          <CopyButton text={piece.text} what={piece.what} />
        </span>
      );
    case 'moment':
      return <Moment atMs={piece.atMs} />;
    case 'until':
      return <Until atMs={piece.atMs} />;
    case 'thing':
      return <ThingLink familyId={piece.familyId} id={piece.id} name={piece.name} data={data} />;
  }
};
