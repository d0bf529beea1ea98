import { useRows } from '../../hooks/use-view.ts';
import { type Touched, touching } from '../../readings/incidents.ts';
import { Icon } from '../icons/icon.tsx';

/** Stands beside a thing that DigitalOcean's own trouble touches, and says so. Nothing where none does. */
export const IncidentMark = (touched: Touched) => {
  const incidents = useRows('incidents');
  const found = incidents.length === 0 ? null : touching(incidents, touched);
  if (found === null) return null;
  return (
    <span className="incident-mark warn" title={`${found.text} ${found.title}`}>
      <Icon name="alert" size="xs" />
      <span className="unseen">{found.text}</span>
    </span>
  );
};
