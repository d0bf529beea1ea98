import { Button } from '../components/controls/button.tsx';
import { Menu } from '../components/controls/menu.tsx';
import { useTeam } from '../hooks/use-view.ts';
import { frameWords } from '../words/views.ts';
import { useMakers } from './use-makers.ts';

/** Makes a droplet, in the team that is shown or in one that is chosen. */
export const NewDroplet = ({ isPrimary = false }: { isPrimary?: boolean }) => {
  const { connections } = useTeam();
  const makers = useMakers('droplets_list', {}, connections);
  if (makers === null || makers === 'none') return null;
  const drawn = [
    <Button key="wide" className="wide" look={isPrimary ? 'primary' : 'plain'} icon="plus" onClick={makers.run ?? undefined}>
      {frameWords.newDroplet}
    </Button>,
    <Button
      key="narrow"
      className="narrow"
      look="ghost"
      icon="plus"
      aria-label={frameWords.newDroplet}
      onClick={makers.run ?? undefined}
    />,
  ];
  return makers.run
    ? drawn
    : drawn.map((button) => <Menu key={button.key} align="end" entries={makers.entries} trigger={button} />);
};
