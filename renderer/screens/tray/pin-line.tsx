import type { MenuNode, PinRow } from '../../../preload/contract/view.ts';
import { classNames } from '../../components/class-names.ts';
import { Icon } from '../../components/icons/icon.tsx';
import { StatusGlyph } from '../../components/icons/status-glyph.tsx';
import { MiddleCut } from '../../components/status/middle-cut.tsx';
import { usePage } from '../../page/page.ts';
import { lineIcon } from '../../pins/line-icons.ts';
import { PinGlyph } from '../../pins/pin-status.tsx';
import { InPlaceStage } from './in-place.tsx';
import type { InPlace } from './use-in-place.ts';

const Line = ({ line, pin, parentId, inPlace }: { line: MenuNode; pin: PinRow; parentId: string; inPlace: InPlace }) => {
  const { copy, show } = usePage();
  const { deed, isEnabled } = line;
  const stage = inPlace.stageOf(line.id);
  const run = () => {
    if (deed === null || !isEnabled || stage?.step === 'sent') return;
    if (deed.kind === 'copy') void copy(deed.text);
    else if (deed.kind === 'route') void show(deed.route);
    else if (deed.kind === 'command') void inPlace.run(line.id, deed.command, pin.route);
    else if (deed.kind === 'job') void inPlace.runJob(line.id, deed);
  };
  if (deed === null) {
    return (
      <li className="menu-item faint">
        <Icon name={lineIcon(line)} size="sm" />
        <span className="cut grow">{line.label}</span>
      </li>
    );
  }
  return (
    <li>
      <button
        type="button"
        className={classNames('menu-item', !isEnabled && 'off')}
        data-row={line.id}
        data-parent={parentId}
        aria-disabled={!isEnabled || undefined}
        aria-busy={stage?.step === 'sent' || undefined}
        onClick={run}
      >
        {stage?.step === 'sent' ? <StatusGlyph name="running" /> : <Icon name={lineIcon(line)} size="sm" />}
        <span className="cut grow">{line.label}</span>
      </button>
      {stage && <InPlaceStage stage={stage} onDismiss={inPlace.dismiss} />}
    </li>
  );
};

/** A pinned thing with its state. It opens to what is worth one click, which happens in place. */
export const PinLine = ({
  pin,
  isOpen,
  keys,
  inPlace,
  onTurn,
}: {
  pin: PinRow;
  isOpen: boolean;
  /** `aria-keyshortcuts` of the row. */
  keys?: string;
  inPlace: InPlace;
  onTurn: (isOpen: boolean) => void;
}) => {
  const rowId = `pinned/${pin.key}`;
  const isWrong = pin.standing !== 'known';
  return (
    <li>
      <button
        type="button"
        className="menu-item"
        data-row={rowId}
        aria-expanded={isOpen}
        aria-keyshortcuts={keys}
        title={pin.note || undefined}
        onClick={() => onTurn(!isOpen)}
      >
        <PinGlyph pin={pin} />
        <MiddleCut text={pin.name} className="medium tray-name" />
        <span className="tiny-text faint tabular cut tray-end">
          {pin.standing === 'stale' ? (
            <>
              <span className="unseen">{pin.stateText} </span>
              {pin.note}
            </>
          ) : (
            pin.stateText || pin.detail
          )}
        </span>
        <Icon name={isOpen ? 'down' : 'right'} size="xs" className="faint" />
      </button>
      {isOpen && (
        <div className="tray-pin">
          {isWrong && pin.note !== '' && <p className="small-text quiet tray-reason">{pin.note}</p>}
          <ul>
            {pin.lines.map((line) => (
              <Line key={line.id} line={line} pin={pin} parentId={rowId} inPlace={inPlace} />
            ))}
          </ul>
        </div>
      )}
    </li>
  );
};
