import type { JobOffer, JobThing } from '../../preload/contract/job.ts';
import { Button } from '../components/controls/button.tsx';
import { Menu, type MenuEntry } from '../components/controls/menu.tsx';
import { jobWords } from '../words/jobs.ts';
import { arranged } from './arrange.ts';
import { useJobs } from './job-host.tsx';

/** So many jobs stand as buttons beside the main ones; a person takes in no more. Further ones are in a menu. */
const buttonsAtMost = 7;

/**
 * The jobs of a thing as buttons, those that destroy last. Those that cannot run now are off and say why. `part`: those that are
 * used most, which stand under the head of a panel, or the others; both without it.
 */
export const JobButtons = ({
  thing,
  offers,
  part,
}: {
  thing: JobThing;
  offers: readonly JobOffer[];
  part?: 'main' | 'others';
}) => {
  const { start } = useJobs();
  const main = offers.filter(({ isMain }) => isMain && part !== 'others');
  const others = offers.filter(({ isMain }) => !isMain && part !== 'main');
  if (main.length + others.length === 0) return null;
  const ends = others.filter(({ level }) => level === 'destructive').length;
  const { shown, more, ending } = arranged(others, buttonsAtMost - ends);
  const button = (offer: JobOffer) => (
    <Button
      key={offer.name}
      size="small"
      // One filled button is enough on a surface: what is used most.
      look={offer === main[0] ? 'primary' : 'plain'}
      className={offer.level === 'destructive' ? 'hurt' : undefined}
      offReason={offer.offReason}
      onClick={() => start(offer, thing)}
    >
      {offer.label}
    </Button>
  );
  const entryOf = (offer: JobOffer): MenuEntry => ({
    kind: 'item',
    label: offer.label,
    offReason: offer.offReason,
    onSelect: () => start(offer, thing),
  });
  return (
    <section
      aria-label={part === 'others' ? jobWords.othersHead : jobWords.head}
      className={part === 'main' ? 'jobs main-jobs' : 'jobs'}
    >
      {main.length > 0 && <div className="deeds">{main.map(button)}</div>}
      {others.length > 0 && (
        <div className="deeds">
          {shown.map(button)}
          {more.length > 0 && (
            <Menu
              entries={more.map(entryOf)}
              trigger={
                <Button size="small" icon="more">
                  {jobWords.more(more.length)}
                </Button>
              }
            />
          )}
          {ending.map(button)}
        </div>
      )}
    </section>
  );
};
