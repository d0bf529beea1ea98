import type { DropletRow } from '../../../preload/contract/view.ts';
import { Icon, type IconName } from '../../components/icons/icon.tsx';
import { timeOf } from '../../families/value.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useResources } from '../../hooks/use-resources.ts';
import { dropletWords } from '../../words/droplets.ts';
import { age } from '../../words/times.ts';

interface Related {
  id: string;
  icon: IconName;
  kind: string;
  name: string;
  sizeGb: number | null;
  createdAtMs: number | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Joins ids of the droplet with what was read about them. An id without details is still worth showing. */
const related = (
  ids: readonly (string | number)[],
  items: readonly Record<string, unknown>[] | null,
  look: { icon: IconName; kind: string },
): Related[] =>
  ids.map((id) => {
    const item = items?.find((candidate) => String(candidate.id) === String(id));
    return {
      ...look,
      id: String(id),
      name: text(item?.name) ?? String(id),
      sizeGb: number(item?.size_gigabytes),
      createdAtMs: timeOf(item?.created_at),
    };
  });

/** Volumes, snapshots and backups of the droplet. Volumes and snapshots have their names once they were read. */
export const DropletRelated = ({ droplet }: { droplet: DropletRow }) => {
  const now = useNow();
  const volumes = useResources('volumes_list', droplet.connectionId, droplet.volumeIds.length > 0);
  const snapshots = useResources('snapshots_list', droplet.connectionId, droplet.snapshotIds.length > 0);
  const things = [
    ...related(droplet.volumeIds, volumes, { icon: 'volume', kind: dropletWords.volume }),
    ...related(droplet.snapshotIds, snapshots, { icon: 'image', kind: dropletWords.snapshot }),
    ...related(droplet.backupIds, null, { icon: 'backup', kind: dropletWords.backup }),
  ];
  return (
    <>
      <h3 className="section-head">{dropletWords.related}</h3>
      {things.length === 0 ? (
        <p className="small-text faint">{dropletWords.relatedNone}</p>
      ) : (
        <ul className="related">
          {things.map((thing) => (
            <li key={`${thing.kind} ${thing.id}`}>
              <Icon name={thing.icon} size="sm" className="faint" />
              <span className="cut grow">{thing.name}</span>
              <span className="small-text faint tabular nowrap">
                {[
                  thing.kind,
                  thing.sizeGb === null ? null : dropletWords.gigabytes(thing.sizeGb),
                  thing.createdAtMs === null ? null : age(thing.createdAtMs, now),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
