import type { Settings, SettingsPatch } from '../../../preload/contract/settings.ts';
import { Switch } from '../../components/controls/choices.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useSingle } from '../../hooks/use-view.ts';
import { type SwitchSection, type SwitchWords, switchWords } from '../../words/settings.ts';
import { Setting } from './setting.tsx';

/** The settings of a section that are on or off and need nothing else, in the order of their words. */
export const Switches = ({ section }: { section: SwitchSection }) => {
  const settings = useSingle('settings');
  const { run } = useCommand();
  return switchWords[section].map(({ setting, name, hint }) => (
    <Setting key={setting} name={name} {...(hint === undefined ? {} : { hint })}>
      <Switch
        label={name}
        isOn={isOn(settings, setting)}
        onChange={(isWanted) => void run({ kind: 'update-settings', patch: patchOf(setting, isWanted) })}
      />
    </Setting>
  ));
};

/** The words name settings by their path, which the compiler holds to those that are on or off. */
const isOn = (settings: Settings, setting: SwitchWords['setting']): boolean =>
  setting.split('.').reduce<unknown>((group, name) => (group as Record<string, unknown>)[name], settings) === true;

const patchOf = (setting: SwitchWords['setting'], isWanted: boolean): SettingsPatch =>
  setting.split('.').reduceRight<unknown>((value, name) => ({ [name]: value }), isWanted) as SettingsPatch;
