import type { LogSource } from '../../../preload/contract/log-route.ts';
import { Tooltip } from '../../components/controls/tooltip.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { itemHref, placeHref } from '../../routes/resource-place.ts';
import { logWords } from '../../words/logs.ts';

/** Where the thing is that wrote the log: the run of a job, the deployment, or the app. */
function placeOfSource({ connectionId, appId, deploymentId, runId }: LogSource): string {
  const inside = { parent: { app_id: appId }, connectionId };
  if (runId !== null) return placeHref({ ...inside, familyId: 'apps_list_job_invocations', itemId: runId });
  if (deploymentId !== null) return placeHref({ ...inside, familyId: 'apps_list_deployments', itemId: deploymentId });
  return itemHref('apps_list', connectionId, appId);
}

/** The way back to what wrote the log, and its name before the title. */
export const LogLead = ({ source, name }: { source: LogSource; name: string | null }) => {
  const label = logWords.back(name ?? logWords.theApp);
  return (
    <>
      <Tooltip text={label}>
        <a className="btn ghost icon" href={placeOfSource(source)} aria-label={label}>
          <Icon name="left" />
        </a>
      </Tooltip>
      {name !== null && (
        <>
          <span className="large-text quiet cut log-name">{name}</span>
          <Icon name="right" size="xs" className="faint" />
        </>
      )}
    </>
  );
};
