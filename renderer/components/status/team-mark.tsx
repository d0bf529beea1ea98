import { useRow } from '../../hooks/use-view.ts';
import { Monogram } from './monogram.tsx';

/** The letters of the team that a row belongs to, with the team's name as tooltip. */
export const TeamMark = ({ connectionId }: { connectionId: string }) => {
  const team = useRow('connections', connectionId);
  return team && <Monogram letters={team.monogram} name={team.teamName} />;
};
