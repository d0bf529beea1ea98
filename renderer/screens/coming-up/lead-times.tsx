import { type LeadKind, leadDays, leadKinds } from '../../../preload/contract/coming-kinds.ts';
import { Icon } from '../../components/icons/icon.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useSingle } from '../../hooks/use-view.ts';
import { comingIcons } from '../../readings/coming.ts';
import { hrefOf } from '../../routes/routes.ts';
import { comingWords, leadName } from '../../words/coming.ts';
import { ChoiceField } from '../settings/choice-field.tsx';

/** A number that somebody wrote into the settings stays, and can be chosen again. */
const offered = (chosen: number) => [...new Set([...leadDays, chosen])].sort((a, b) => a - b);

/** How many days before one is told, kind by kind. */
export const LeadTimes = () => {
  const { coming, notices } = useSingle('settings');
  const { run } = useCommand();
  const choose = (kind: LeadKind, days: number) => void run({ kind: 'update-settings', patch: { coming: { [kind]: days } } });
  const isOff = !notices.isOn || notices.muted.includes('coming-up');
  return (
    <section className="card lead-times" aria-labelledby="lead-times-title">
      <header>
        <h2 id="lead-times-title">{comingWords.leads}</h2>
      </header>
      <ul>
        {leadKinds.map((kind) => (
          <li key={kind}>
            <Icon name={comingIcons[kind]} size="sm" className="faint" />
            <span className="grow">{leadName(kind)}</span>
            <ChoiceField
              label={comingWords.leadLabel(leadName(kind))}
              options={offered(coming[kind]).map((days) => ({ value: days, label: comingWords.leadOf(days) }))}
              value={coming[kind]}
              onChange={(days) => choose(kind, days)}
            />
          </li>
        ))}
      </ul>
      <p className="small-text faint">
        {isOff ? <a href={hrefOf('settings', 'notices')}>{comingWords.isOff}</a> : comingWords.leadHint}
      </p>
    </section>
  );
};
