import type { AttentionRow } from '../../../preload/contract/view.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { useMeta } from '../../hooks/use-view.ts';
import { attentionLook } from '../../readings/attention.ts';
import { stateWords } from '../../words/states.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../icons/icon.tsx';
import { StatusGlyph } from '../icons/status-glyph.tsx';

const AttentionLine = ({ row }: { row: AttentionRow }) => {
  const { run, isBusy } = useCommand();
  const { isOnline } = useMeta();
  const look = attentionLook(row);
  const words = (
    <>
      <span className="medium cut">{row.title}</span>
      <span className="small-text faint cut">{row.detail}</span>
    </>
  );
  const { command } = row;
  return (
    <li>
      <span className={`lead ${row.severity}`}>
        {'glyph' in look ? <StatusGlyph name={look.glyph} /> : <Icon name={look.icon} />}
      </span>
      {row.route === null ? (
        <span className="two-lines grow">{words}</span>
      ) : (
        <a className="two-lines grow stretched" href={row.route}>
          {words}
        </a>
      )}
      {command && (
        <Button
          size="small"
          className="over not-tiny"
          isBusy={isBusy}
          offReason={isOnline ? null : stateWords.offlineReason}
          onClick={() => void run(command.command)}
        >
          {command.label}
        </Button>
      )}
      {row.route !== null && <Icon name="right" size="sm" className="faint" />}
    </li>
  );
};

/** What needs a person now, each line with the one obvious thing to do. */
export const AttentionList = ({ rows }: { rows: readonly AttentionRow[] }) => (
  <ul className="list">
    {rows.map((row) => (
      <AttentionLine key={row.key} row={row} />
    ))}
  </ul>
);
