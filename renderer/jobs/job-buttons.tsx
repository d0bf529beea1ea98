import type { JobOffer, JobThing } from '../../preload/contract/job.ts';
import { Button } from '../components/controls/button.tsx';
import { jobWords } from '../words/jobs.ts';
import { useJobs } from './job-host.tsx';

const look = (offer: JobOffer) => (offer.isMain ? 'primary' : offer.level === 'destructive' ? 'red' : 'plain');

/** The jobs of a thing as buttons. Those that cannot run now are off and say why. */
export const JobButtons = ({ thing, offers }: { thing: JobThing; offers: readonly JobOffer[] }) => {
  const { start } = useJobs();
  if (offers.length === 0) return null;
  const main = offers.filter(({ isMain }) => isMain);
  const rest = offers.filter(({ isMain }) => !isMain);
  return (
    <section aria-label={jobWords.head} className="jobs">
      {[main, rest].map((group) =>
        group.length === 0 ? null : (
          <div key={group[0]?.name} className="deeds">
            {group.map((offer) => (
              <Button
                key={offer.name}
                size="small"
                look={look(offer) === 'red' ? 'plain' : look(offer)}
                className={look(offer) === 'red' ? 'hurt' : undefined}
                offReason={offer.offReason}
                onClick={() => start(offer, thing)}
              >
                {offer.label}
              </Button>
            ))}
          </div>
        ),
      )}
    </section>
  );
};
