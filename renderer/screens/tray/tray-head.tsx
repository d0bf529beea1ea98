import { Button, IconButton } from '../../components/controls/button.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useRows, useSingle } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { trayWords } from '../../words/tray.ts';
import { TrayFaceIcon } from './tray-face.tsx';

const RefreshButton = () => {
  const { run, isBusy } = useCommand();
  return <IconButton icon="refresh" label={trayWords.refresh} isBusy={isBusy} onClick={() => void run({ kind: 'refresh' })} />;
};

/** What a person can do about the state: add a token, try again, resume. */
const Remedies = () => {
  const { show } = usePage();
  const { run } = useCommand();
  const { remedies } = useSingle('tray');
  const isFirstRun = useRows('connections').length === 0;
  if (remedies.length === 0) return null;
  return (
    <div className="row tray-remedies">
      {remedies.map(({ id, label, deed }, index) => (
        <Button
          key={id}
          look={isFirstRun && index === 0 ? 'primary' : 'plain'}
          onClick={() => {
            if (deed?.kind === 'command') void run(deed.command);
            else if (deed?.kind === 'route') void show(deed.route);
          }}
        >
          {label}
        </Button>
      ))}
    </div>
  );
};

/** The state in words with its age, and what can be done about it. */
export const TrayHead = () => {
  const { face, title, subtitle } = useSingle('tray');
  const hasConnections = useRows('connections').length > 0;
  return (
    <>
      <header className="tray-head">
        <TrayFaceIcon face={face} />
        <div className="two-lines grow">
          <h1 className="bold cut" title={title}>
            {title}
          </h1>
          <p className="small-text faint cut" title={subtitle}>
            {subtitle}
          </p>
        </div>
        {hasConnections && <RefreshButton />}
      </header>
      <Remedies />
    </>
  );
};
