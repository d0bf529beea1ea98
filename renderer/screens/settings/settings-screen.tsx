import { useEffect } from 'react';
import type { Settings } from '../../../preload/contract/settings.ts';
import { isSshUser } from '../../../preload/contract/ssh.ts';
import type { MetaView } from '../../../preload/contract/view.ts';
import { Button } from '../../components/controls/button.tsx';
import { Segments, Switch } from '../../components/controls/choices.tsx';
import { PauseMenu } from '../../components/controls/pause-menu.tsx';
import { StorageFacts } from '../../components/feedback/storage-facts.tsx';
import { ViewBar } from '../../components/view-bar/view-bar.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useRoute } from '../../hooks/use-route.ts';
import { useMeta, useSingle } from '../../hooks/use-view.ts';
import { useOpenShortcuts } from '../../page/openers.ts';
import { usePage } from '../../page/page.ts';
import { hrefOf } from '../../routes/routes.ts';
import { settingsWords } from '../../words/settings.ts';
import { stateWords } from '../../words/states.ts';
import { untilTime } from '../../words/times.ts';
import { viewNames } from '../../words/views.ts';
import { ChoiceField } from './choice-field.tsx';
import { ConnectionsSection } from './connections-section.tsx';
import { NetworkSection } from './network-section.tsx';
import { NoticesSection } from './notices-section.tsx';
import { SavedField } from './saved-field.tsx';
import { Setting, SettingsSection } from './setting.tsx';
import { Switches } from './switches.tsx';

const intervals = [30, 60, 120, 300, 900, 3600];

const PollingSection = () => {
  const { polling } = useSingle('settings');
  const { pause } = useMeta();
  const { run } = useCommand();
  const now = useNow();
  const seconds = intervals.includes(polling.intervalSeconds)
    ? intervals
    : [...intervals, polling.intervalSeconds].sort((a, b) => a - b);
  return (
    <SettingsSection id="polling" title={settingsWords.sections.polling}>
      <Setting name={settingsWords.interval} hint={settingsWords.intervalHint}>
        <ChoiceField
          label={settingsWords.interval}
          options={seconds.map((value) => ({ value, label: settingsWords.everySeconds(value) }))}
          value={polling.intervalSeconds}
          onChange={(intervalSeconds) => void run({ kind: 'update-settings', patch: { polling: { intervalSeconds } } })}
        />
      </Setting>
      <Setting name={settingsWords.watching} hint={settingsWords.watchingHints[polling.watching]}>
        <Segments
          label={settingsWords.watching}
          value={polling.watching}
          options={(['sparing', 'usual', 'close'] as const).map((value) => ({ value, label: settingsWords.watchings[value] }))}
          onChange={(watching) => void run({ kind: 'update-settings', patch: { polling: { watching } } })}
        />
      </Setting>
      <Switches section="polling" />
      <Setting
        name={settingsWords.pause}
        hint={
          pause ? stateWords.pausedLead(pause.untilMs === null ? null : untilTime(pause.untilMs, now)) : settingsWords.pauseHint
        }
      >
        {pause ? (
          <Button onClick={() => void run({ kind: 'resume-polling' })}>{settingsWords.resume}</Button>
        ) : (
          <PauseMenu align="end" trigger={<Button icon="pause">{settingsWords.pause}</Button>} />
        )}
      </Setting>
    </SettingsSection>
  );
};

const SpendSection = () => {
  const { spendThresholdUsd, costs } = useSingle('settings');
  const { run } = useCommand();
  const amount = (text: string) => Number(text.replace(/[$,\s]/g, ''));
  return (
    <SettingsSection id="spend" title={settingsWords.sections.spend}>
      <Setting name={settingsWords.threshold} hint={settingsWords.thresholdHint}>
        <SavedField
          label={settingsWords.threshold}
          lead="USD"
          inputMode="decimal"
          value={spendThresholdUsd === null ? '' : String(spendThresholdUsd)}
          check={(text) => (text === '' || amount(text) > 0 ? null : settingsWords.thresholdWrong)}
          onSave={(text) =>
            void run({ kind: 'update-settings', patch: { spendThresholdUsd: text === '' ? null : amount(text) } })
          }
        />
      </Setting>
      <Setting name={settingsWords.warnAt} hint={settingsWords.warnAtHint}>
        <SavedField
          label={settingsWords.warnAt}
          lead="%"
          inputMode="numeric"
          value={costs.warnAtPercent === null ? '' : String(costs.warnAtPercent)}
          check={(text) => (text === '' || isShare(text) ? null : settingsWords.warnAtWrong)}
          onSave={(text) =>
            void run({ kind: 'update-settings', patch: { costs: { warnAtPercent: text === '' ? null : Number(text) } } })
          }
        />
      </Setting>
      {costs.kept.length > 0 && (
        <Setting name={settingsWords.keptCosts} hint={settingsWords.keptCostsHint(costs.kept.length)}>
          <Button onClick={() => void run({ kind: 'update-settings', patch: { costs: { kept: [] } } })}>
            {settingsWords.tellAllAgain}
          </Button>
        </Setting>
      )}
    </SettingsSection>
  );
};

const isShare = (text: string): boolean => /^\d+$/.test(text) && Number(text) >= 10 && Number(text) <= 99;

const AppearanceSection = () => {
  const { appearance } = useSingle('settings');
  const { run } = useCommand();
  return (
    <SettingsSection id="appearance" title={settingsWords.sections.appearance}>
      <Setting name={settingsWords.theme}>
        <Segments
          label={settingsWords.theme}
          value={appearance}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: settingsWords.themes[value] }))}
          onChange={(next) => void run({ kind: 'update-settings', patch: { appearance: next } })}
        />
      </Setting>
    </SettingsSection>
  );
};

/** What a start at login looks like on this desktop, or why there is none. */
const loginHint = ({ capabilities, missingTray }: MetaView, { withoutTray }: Settings): string => {
  if (!capabilities.startAtLogin) return settingsWords.startAtLoginNot;
  if (missingTray === null) return settingsWords.startAtLoginHint;
  return withoutTray.closing === 'stay' ? settingsWords.startAtLoginUnseen : settingsWords.startAtLoginShown;
};

const SystemSection = () => {
  const settings = useSingle('settings');
  const meta = useMeta();
  const { capabilities, missingTray } = meta;
  const { router } = usePage();
  const { run } = useCommand();
  const { user, port } = settings.ssh;
  const saveSsh = (ssh: { user: string } | { port: number }) => void run({ kind: 'update-settings', patch: { ssh } });
  const isPort = (text: string) => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
  return (
    <SettingsSection id="system" title={settingsWords.sections.system}>
      <Setting name={settingsWords.startAtLogin} hint={loginHint(meta, settings)}>
        <Switch
          label={settingsWords.startAtLogin}
          isOn={settings.startAtLogin}
          offReason={capabilities.startAtLogin ? null : settingsWords.startAtLoginNot}
          onChange={(startAtLogin) => void run({ kind: 'update-settings', patch: { startAtLogin } })}
        />
      </Setting>
      {missingTray !== null && (
        <Setting name={settingsWords.closing} hint={settingsWords.closingHint}>
          <Segments
            label={settingsWords.closing}
            value={settings.withoutTray.closing}
            options={(['ask', 'quit', 'stay'] as const).map((value) => ({ value, label: settingsWords.closings[value] }))}
            onChange={(closing) => void run({ kind: 'update-settings', patch: { withoutTray: { closing } } })}
          />
        </Setting>
      )}
      <Setting name={settingsWords.trayMenu} hint={settingsWords.trayMenuHint}>
        <Button onClick={() => router.go(hrefOf('tray'))}>{settingsWords.trayMenuOpen}</Button>
      </Setting>
      <Switches section="system" />
      <Setting name={settingsWords.sections.ssh} hint={settingsWords.sshHint}>
        <div className="row ssh">
          <SavedField
            label={settingsWords.sshUser}
            value={user}
            check={(text) => (isSshUser(text) ? null : settingsWords.sshUserWrong)}
            onSave={(next) => saveSsh({ user: next })}
          />
          <SavedField
            label={settingsWords.sshPort}
            inputMode="numeric"
            value={String(port)}
            check={(text) => (isPort(text) ? null : settingsWords.sshPortWrong)}
            onSave={(next) => saveSsh({ port: Number(next) })}
          />
        </div>
      </Setting>
    </SettingsSection>
  );
};

const AboutSection = () => {
  const page = usePage();
  const { version, capabilities } = useMeta();
  const openShortcuts = useOpenShortcuts();
  return (
    <SettingsSection id="about" title={settingsWords.sections.about}>
      <Setting name={settingsWords.version(version)} hint={settingsWords.licence}>
        <div className="row">
          <Button icon="keyboard" keys={['?']} onClick={openShortcuts}>
            {settingsWords.shortcuts}
          </Button>
          {capabilities.quit && <Button onClick={() => void page.bridge.quit({})}>{settingsWords.quit}</Button>}
        </div>
      </Setting>
    </SettingsSection>
  );
};

/** All settings. Each is saved as soon as it is changed. */
export const SettingsScreen = () => {
  const route = useRoute();
  const section = route.view === 'settings' ? route.section : null;
  useEffect(() => {
    if (section === null) return;
    const target = document.getElementById(`settings-${section}`);
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  }, [section]);
  return (
    <>
      <ViewBar title={viewNames.settings} />
      <div className="body scrolling">
        <div className="settings">
          <ConnectionsSection />
          <PollingSection />
          <NoticesSection />
          <SpendSection />
          <AppearanceSection />
          <SystemSection />
          <NetworkSection />
          <SettingsSection id="storage" title={settingsWords.sections.storage}>
            <StorageFacts />
          </SettingsSection>
          <AboutSection />
        </div>
      </div>
    </>
  );
};
