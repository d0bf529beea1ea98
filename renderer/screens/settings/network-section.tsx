import { isPlainProxy, parseProxy } from '../../../preload/contract/proxy-url.ts';
import { Segments } from '../../components/controls/choices.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useSingle } from '../../hooks/use-view.ts';
import { settingsWords } from '../../words/settings.ts';
import { SavedField } from './saved-field.tsx';
import { Setting, SettingsSection } from './setting.tsx';

/** Says what is wrong with a proxy; `null`: nothing. */
const wrongProxy = (text: string): string | null => {
  if (parseProxy(text) === null) return settingsWords.proxyWrong;
  return isPlainProxy(text) ? null : settingsWords.proxyPassword;
};

/** How requests leave this machine. */
export const NetworkSection = () => {
  const { proxy } = useSingle('settings');
  const { run } = useCommand();
  const save = (patch: Partial<typeof proxy>) => void run({ kind: 'update-settings', patch: { proxy: patch } });
  return (
    <SettingsSection id="network" title={settingsWords.sections.network}>
      <Setting name={settingsWords.proxy} hint={settingsWords.proxyHints[proxy.mode]}>
        <Segments
          label={settingsWords.proxy}
          value={proxy.mode}
          options={(['system', 'none', 'own'] as const).map((value) => ({ value, label: settingsWords.proxyModes[value] }))}
          onChange={(mode) => save({ mode })}
        />
      </Setting>
      {proxy.mode === 'own' && (
        <Setting name={settingsWords.proxyUrl} hint={settingsWords.proxyUrlHint}>
          <SavedField
            label={settingsWords.proxyUrl}
            placeholder="proxy.example.com:3128"
            value={proxy.url}
            check={(text) => (text === '' ? null : wrongProxy(text))}
            onSave={(url) => save({ url })}
          />
        </Setting>
      )}
    </SettingsSection>
  );
};
