import { Button } from '../../components/controls/button.tsx';
import { Menu } from '../../components/controls/menu.tsx';
import { useMakers } from '../../jobs/use-makers.ts';
import { monitoringWords } from '../../words/monitoring.ts';

const NewOne = ({
  familyId,
  label,
  connections,
  isInBar,
}: {
  familyId: string;
  label: string;
  connections: Parameters<typeof useMakers>[2];
  isInBar: boolean;
}) => {
  const makers = useMakers(familyId, {}, connections);
  if (makers === null || makers === 'none') return null;
  const button = (
    <Button size="small" icon="plus" className={isInBar ? 'not-tiny' : undefined} onClick={makers.run ?? undefined}>
      {label}
    </Button>
  );
  return makers.run ? button : <Menu align="end" entries={makers.entries} trigger={button} />;
};

/** What makes a check and a policy. If several teams are shown, a person chooses the team first. */
export const NewWatchButtons = ({
  connections,
  isInBar = false,
}: {
  connections: Parameters<typeof useMakers>[2];
  isInBar?: boolean;
}) => (
  <>
    <NewOne familyId="uptime_list_checks" label={monitoringWords.newCheck} connections={connections} isInBar={isInBar} />
    <NewOne
      familyId="monitoring_list_alertPolicy"
      label={monitoringWords.newPolicy}
      connections={connections}
      isInBar={isInBar}
    />
  </>
);
