import { type FormEvent, useState } from 'react';
import type { ConnectionRow } from '../../../preload/contract/view.ts';
import { Button, IconButton } from '../../components/controls/button.tsx';
import { Field } from '../../components/controls/field.tsx';
import { Menu, type MenuEntry } from '../../components/controls/menu.tsx';
import { Dialog } from '../../components/dialogs/dialog.tsx';
import { SaveButtons } from '../../components/dialogs/save-buttons.tsx';
import { Monogram } from '../../components/status/monogram.tsx';
import { TokenForm } from '../../components/token-form.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useDraft } from '../../hooks/use-draft.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useMeta, useRows } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { hrefOf } from '../../routes/routes.ts';
import { comingWords } from '../../words/coming.ts';
import { commandWords } from '../../words/commands.ts';
import { inOneLine } from '../../words/sentences.ts';
import { settingsWords } from '../../words/settings.ts';
import { BudgetMeter } from './budget-meter.tsx';
import { SettingsSection } from './setting.tsx';
import { TokenEndDialog, tokenEndOf } from './token-end.tsx';

const RenameDialog = ({ connection, onClose }: { connection: ConnectionRow; onClose: () => void }) => {
  const [label, setLabel] = useState(connection.label);
  const [wrong, setWrong] = useState<string | null>(null);
  const { run, isBusy } = useCommand();
  useDraft(label !== connection.label);
  const title = settingsWords.renameTitle(connection.label);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const next = label.trim();
    if (next === '') return setWrong(commandWords.needed);
    const end = await run({ kind: 'rename-connection', connectionId: connection.id, label: next }, { isFailureShown: true });
    if (end.status === 'failed') setWrong(end.failure.message);
    else onClose();
  };
  return (
    <Dialog label={title} onClose={onClose}>
      <form className="form" onSubmit={(event) => void save(event)}>
        <h2 className="large-text">{title}</h2>
        <Field
          label={settingsWords.label}
          value={label}
          wrong={wrong}
          maxLength={80}
          data-initial-focus
          onChange={(event) => setLabel(event.target.value)}
        />
        <SaveButtons isBusy={isBusy} onClose={onClose} />
      </form>
    </Dialog>
  );
};

const ReplaceDialog = ({ connection, onClose }: { connection: ConnectionRow; onClose: () => void }) => {
  const title = settingsWords.replaceTitle(connection.label);
  return (
    <Dialog label={title} onClose={onClose}>
      <h2 className="large-text title">{title}</h2>
      <TokenForm
        submitLabel={settingsWords.replaceDo}
        isStartingFocused={false}
        commandOf={(token, isForThisRunOnly) => ({
          kind: 'replace-token',
          connectionId: connection.id,
          token,
          isForThisRunOnly,
        })}
        onDone={onClose}
      />
    </Dialog>
  );
};

/** The page asks this and not the core: nothing changes at DigitalOcean, but the person would have to find the token again. */
const useRemove = () => {
  const { commands } = usePage();
  return async (connection: ConnectionRow) => {
    const answer = await commands.ask({
      id: `remove ${connection.id}`,
      level: 'disruptive',
      title: settingsWords.removeTitle(connection.label),
      lines: settingsWords.removeLines,
      goes: [],
      stays: [],
      typeToConfirm: null,
      confirmLabel: settingsWords.removeDo,
      canBeRemembered: false,
    });
    if (answer) await commands.run({ kind: 'remove-connection', connectionId: connection.id });
  };
};

const ConnectionItem = ({ connection }: { connection: ConnectionRow }) => {
  const [opened, setOpened] = useState<'rename' | 'replace' | 'end' | null>(null);
  const now = useNow();
  const { run } = useCommand();
  const remove = useRemove();
  const close = () => setOpened(null);
  const tokenEnd: MenuEntry = { kind: 'item', label: comingWords.tokenEnd, icon: 'calendar', onSelect: () => setOpened('end') };
  const entries: MenuEntry[] = connection.isDemo
    ? [tokenEnd, { kind: 'item', label: settingsWords.closeDemo, icon: 'quit', onSelect: () => void run({ kind: 'close-demo' }) }]
    : [
        { kind: 'item', label: settingsWords.rename, icon: 'edit', onSelect: () => setOpened('rename') },
        { kind: 'item', label: settingsWords.replace, icon: 'key', onSelect: () => setOpened('replace') },
        tokenEnd,
        { kind: 'separator' },
        { kind: 'item', label: settingsWords.remove, icon: 'trash', isHurting: true, onSelect: () => void remove(connection) },
      ];
  const needsToken = connection.status === 'refused' || connection.status === 'secret-lost';
  const tone = needsToken ? 'danger' : connection.status === 'held' ? 'faint' : 'warn';
  const isWell = connection.status === 'ok' || connection.status === 'checking';
  const facts = [
    connection.label === connection.teamName ? null : connection.teamName,
    connection.email,
    settingsWords.dropletsOfLimit(connection.dropletCount, connection.dropletLimit),
    tokenEndOf(connection, now),
  ];
  return (
    <li className="connection">
      <div className="row">
        <Monogram letters={connection.monogram} size="large" />
        <div className="two-lines grow">
          <span className="row">
            <span className="medium cut">{connection.label}</span>
            {connection.isDemo && <span className="tag accent">{settingsWords.demo}</span>}
            {connection.isForThisRunOnly && !connection.isDemo && <span className="tag warn">{settingsWords.thisRunOnly}</span>}
          </span>
          <span className="small-text faint cut">{inOneLine(facts)}</span>
        </div>
        {needsToken && (
          <Button look="primary" icon="key" onClick={() => setOpened('replace')}>
            {settingsWords.replace}
          </Button>
        )}
        <Menu
          align="end"
          entries={entries}
          trigger={<IconButton icon="more" label={settingsWords.moreFor(connection.label)} />}
        />
      </div>
      {!isWell && <p className={`small-text ${tone}`}>{connection.statusText}</p>}
      <BudgetMeter budget={connection.budget} />
      {opened === 'rename' && <RenameDialog connection={connection} onClose={close} />}
      {opened === 'end' && <TokenEndDialog connection={connection} onClose={close} />}
      {opened === 'replace' && <ReplaceDialog connection={connection} onClose={close} />}
    </li>
  );
};

/** Every saved token: its team, its state, its budget, and what can be done with it. */
export const ConnectionsSection = () => {
  const { router } = usePage();
  const connections = useRows('connections');
  const { capabilities, isDemoOpen } = useMeta();
  const { run, isBusy } = useCommand();
  return (
    <SettingsSection id="connections" title={settingsWords.sections.connections}>
      <ul className="connections">
        {connections.map((connection) => (
          <ConnectionItem key={connection.id} connection={connection} />
        ))}
      </ul>
      <div className="row card-foot">
        <Button icon="plus" onClick={() => router.go(hrefOf('welcome'))}>
          {connections.length === 0 ? settingsWords.addConnection : settingsWords.addAnother}
        </Button>
        {capabilities.demo && !isDemoOpen && (
          <Button look="ghost" isBusy={isBusy} onClick={() => void run({ kind: 'open-demo' })}>
            {settingsWords.openDemo}
          </Button>
        )}
      </div>
    </SettingsSection>
  );
};
