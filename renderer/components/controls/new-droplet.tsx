import { useTeam } from '../../hooks/use-view.ts';
import { operationRoute } from '../../routes/operation-route.ts';
import { frameWords } from '../../words/views.ts';
import { classNames } from '../class-names.ts';
import { Icon } from '../icons/icon.tsx';

/** A link to the form that creates a droplet, in the team that is shown. */
export const NewDroplet = ({ isPrimary = false }: { isPrimary?: boolean }) => {
  const { teamId } = useTeam();
  const href = operationRoute('droplets_create', { connectionId: teamId ?? undefined });
  return (
    <>
      <a className={classNames('btn wide', isPrimary && 'primary')} href={href}>
        <Icon name="plus" />
        {frameWords.newDroplet}
      </a>
      <a className="btn ghost icon narrow" href={href} aria-label={frameWords.newDroplet}>
        <Icon name="plus" />
      </a>
    </>
  );
};
