import '../../styles/coming.css';
import { Fragment, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { ComingKind } from '../../../preload/contract/coming-kinds.ts';
import type { ConnectionRow } from '../../../preload/contract/view.ts';
import { Button, IconButton } from '../../components/controls/button.tsx';
import { Menu, type MenuEntry } from '../../components/controls/menu.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { Note } from '../../components/feedback/note.tsx';
import { SkeletonRows } from '../../components/feedback/skeleton.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { ViewBar } from '../../components/view-bar/view-bar.tsx';
import { useIsNarrow } from '../../hooks/use-media.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useRows, useTeam } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { comingGroups, groupedComing, stillComing } from '../../readings/coming.ts';
import { hrefOf } from '../../routes/routes.ts';
import { comingWords } from '../../words/coming.ts';
import { wholeNumber } from '../../words/locale.ts';
import { ago } from '../../words/times.ts';
import { viewNames } from '../../words/views.ts';
import { ComingLine } from './coming-line.tsx';
import { LeadTimes } from './lead-times.tsx';
import { Months } from './months.tsx';
import { saveCalendar } from './save-calendar.ts';

const KindMenu = ({
  kinds,
  kind,
  onChoose,
}: {
  kinds: readonly ComingKind[];
  kind: ComingKind | null;
  onChoose: (kind: ComingKind | null) => void;
}) => {
  const entries: MenuEntry[] = [null, ...kinds].map((value) => ({
    kind: 'item',
    label: value === null ? comingWords.everyKind : comingWords.kinds[value],
    isChecked: value === kind,
    onSelect: () => onChoose(value),
  }));
  return (
    <Menu
      entries={entries}
      trigger={
        <button type="button" className={kind === null ? 'chip' : 'chip set'}>
          {kind === null ? comingWords.everyKind : comingWords.kinds[kind]}
          <Icon name="down" size="xs" />
        </button>
      }
    />
  );
};

/** What is not read or left out, team by team, and why. */
const Unread = ({ connections }: { connections: readonly ConnectionRow[] }) =>
  connections.map(({ id, label, dates }) => (
    <Fragment key={id}>
      {dates.unread.length > 0 && (
        <Note icon="info" lead={comingWords.unread(label)}>
          {comingWords.unreadOf(dates.unread)}
        </Note>
      )}
      {dates.leftOut !== null && (
        <Note icon="info" lead={comingWords.leftOut(label)}>
          {dates.leftOut}
        </Note>
      )}
    </Fragment>
  ));

const Foot = ({ connections }: { connections: readonly ConnectionRow[] }) => {
  const now = useNow();
  const times = connections.flatMap(({ dates }) => dates.readAtMs ?? []);
  return (
    <p className="row small-text faint coming-foot">
      <Icon name="info" size="sm" />
      <span>{comingWords.foot(times.length === 0 ? null : ago(Math.min(...times), now))}</span>
    </p>
  );
};

/** As in other lists: the arrows, Home and End go from line to line. What lies in a line is reached by Tab. */
function moveAmongLines(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('.coming-line')];
  const at = lines.findIndex((line) => line.contains(event.target as HTMLElement));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
  if (to === undefined || at === -1) return;
  event.preventDefault();
  lines[to]?.querySelector('a')?.focus();
}

/** Everything that ends, is offered or has a window, by date; what can be done about it; and when one is told. */
export const ComingScreen = () => {
  const page = usePage();
  const { teamId, connections } = useTeam();
  const rows = useRows('coming');
  const now = useNow();
  const isNarrow = useIsNarrow();
  const [kind, setKind] = useState<ComingKind | null>(null);
  const [isSaving, setSaving] = useState(false);
  const groups = useMemo(() => groupedComing(rows, { teamId, kind }, now), [rows, teamId, kind, now]);
  const coming = useMemo(() => stillComing(rows, teamId, now), [rows, teamId, now]);
  const kinds = [...new Set(rows.filter((row) => teamId === null || row.connectionId === teamId).map((row) => row.kind))].sort();
  const hasDates = groups.some(({ group }) => group !== 'untold');
  const isUnread = connections.every(({ dates }) => dates.readAtMs === null && dates.unread.length === 0);
  const isAllRead = connections.every(({ dates }) => dates.unread.length === 0 && dates.leftOut === null);
  const none = isAllRead ? comingWords.emptyTitle : comingWords.emptyTitleAsRead;
  const { bridge } = page;
  // After a first start they are read a few at a time. Who looks before that need not wait.
  const isMissing = connections.some(({ dates, status }) => status === 'ok' && !dates.isWhole);
  const hasAsked = useRef(false);
  useEffect(() => {
    if (!isMissing || hasAsked.current) return;
    hasAsked.current = true;
    // It is nothing that the person did, so nothing is said of how it went.
    void bridge.runCommand({ command: { kind: 'refresh' } });
  }, [isMissing, bridge]);
  const save = async () => {
    setSaving(true);
    await saveCalendar(page, { connectionId: teamId, kind });
    setSaving(false);
  };
  const saveButton = isNarrow ? (
    <IconButton icon="calendar" label={comingWords.save} isBusy={isSaving} onClick={() => void save()} />
  ) : (
    <Button icon="calendar" isBusy={isSaving} onClick={() => void save()}>
      {comingWords.save}
    </Button>
  );
  return (
    <>
      <ViewBar
        lead={<IconButton icon="left" label={comingWords.back} onClick={() => page.router.go(hrefOf('overview'))} />}
        title={viewNames['coming-up']}
        beside={wholeNumber(coming.length)}
        last={saveButton}
      >
        <KindMenu kinds={kinds} kind={kind} onChoose={setKind} />
      </ViewBar>
      <div className="body flush coming">
        <section className="coming-list" aria-label={comingWords.label} onKeyDown={moveAmongLines}>
          <Unread connections={connections} />
          {!hasDates && isUnread && <SkeletonRows text={comingWords.readingDetail} rows={4} />}
          {!hasDates && !isUnread && (
            <EmptyState icon="calendar" title={kind === null ? none : comingWords.noneOfKindTitle}>
              {kind === null
                ? groups.length > 0
                  ? comingWords.emptyDetailUntold
                  : comingWords.emptyDetail
                : comingWords.noneOfKindDetail}
            </EmptyState>
          )}
          {comingGroups.map((name) => {
            const found = groups.find(({ group }) => group === name);
            return (
              found && (
                <section key={name} aria-label={comingWords.groups[name]}>
                  <div className="group day">
                    <b>{comingWords.groups[name]}</b>
                    <span className="faint tabular">{wholeNumber(found.rows.length)}</span>
                  </div>
                  <ul>
                    {found.rows.map(({ key }) => (
                      <ComingLine key={key} rowKey={key} />
                    ))}
                  </ul>
                </section>
              )
            );
          })}
          <Foot connections={connections} />
        </section>
        <aside className="coming-rail" aria-label={comingWords.leads}>
          <Months rows={coming} />
          <LeadTimes />
        </aside>
      </div>
    </>
  );
};
