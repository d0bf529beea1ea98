import { billedDay, billedMonth } from '../../../preload/contract/time-words.ts';
import type { MonthRow } from '../../../preload/contract/view.ts';
import { Button, IconButton } from '../../components/controls/button.tsx';
import { PauseMenu } from '../../components/controls/pause-menu.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { StatusGlyph } from '../../components/icons/status-glyph.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useMeta, useRow, useRows } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { limitWorthSaying, monthKey, teamsIn, whyNoMonth } from '../../readings/month.ts';
import { hrefOf } from '../../routes/routes.ts';
import { money, roughMoney } from '../../words/money.ts';
import { overviewWords } from '../../words/overview.ts';
import { settingsWords } from '../../words/settings.ts';
import { percent } from '../../words/sizes.ts';
import { stateWords } from '../../words/states.ts';
import { trayWords } from '../../words/tray.ts';

/** The share of the person's limit; without a limit the forecast. */
const Outlook = ({ month: { limit, forecast, endsAtMs } }: { month: MonthRow }) => {
  if (limit) {
    const words = trayWords.ofLimit(percent(limit.usedShare), roughMoney(limit.usd));
    if (limit.usedShare < limitWorthSaying) return <span className="small-text faint">{words}</span>;
    return (
      <span className="small-text warn medium row">
        <StatusGlyph name="warn" className="tiny" />
        {words}
      </span>
    );
  }
  if (forecast === null) return null;
  return <span className="small-text faint">{trayWords.about(roughMoney(forecast.usd), billedDay(endsAtMs))}</span>;
};

const MoneyLine = () => {
  const { show } = usePage();
  const connections = useRows('connections');
  const month = useRow('months', monthKey(null));
  const teams = month && teamsIn(month);
  if (connections.length === 0) return null;
  return (
    <button type="button" className="tray-money" title={trayWords.showMoney} onClick={() => void show(hrefOf('billing'))}>
      <Icon name="billing" size="sm" className="faint" />
      {month === undefined ? (
        <span className="grow faint cut">{trayWords.noMoney(whyNoMonth(connections)?.kind ?? null)}</span>
      ) : (
        <>
          <span className="grow tabular cut">
            <span className="medium">{money(month.usedUsd)}</span>{' '}
            <span className="faint">
              {trayWords.month(billedMonth(month.generatedAtMs))}
              {teams && `, ${overviewWords.teamsTogether(teams.counted, teams.of)}`}
            </span>
          </span>
          <Outlook month={month} />
        </>
      )}
    </button>
  );
};

const PauseButton = () => {
  const { pause } = useMeta();
  const { run, isBusy } = useCommand();
  return pause ? (
    <Button look="ghost" icon="play" isBusy={isBusy} onClick={() => void run({ kind: 'resume-polling' })}>
      {stateWords.resume}
    </Button>
  ) : (
    <PauseMenu
      trigger={
        <Button look="ghost" icon="pause">
          {settingsWords.pause}
        </Button>
      }
    />
  );
};

/** What never scrolls away: the month's money, the way into the window, and Buoy's own commands. */
export const TrayFoot = () => {
  const { show, bridge } = usePage();
  const { capabilities } = useMeta();
  const hasConnections = useRows('connections').length > 0;
  return (
    <footer className="tray-foot">
      <MoneyLine />
      <div className="row tray-buttons">
        <Button look="ghost" icon="window" onClick={() => void show(hrefOf('overview'))}>
          {trayWords.open}
        </Button>
        {hasConnections && <PauseButton />}
        <span className="grow" />
        <IconButton icon="settings" label={trayWords.settings} onClick={() => void show(hrefOf('settings'))} />
        {capabilities.quit && <IconButton icon="quit" label={trayWords.quit} onClick={() => void bridge.quit({})} />}
      </div>
    </footer>
  );
};
