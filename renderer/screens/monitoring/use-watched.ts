import { useMemo } from 'react';
import { useKnownSparks } from '../../charts/use-known-sparks.ts';
import { useRows, useSingle, useTeam } from '../../hooks/use-view.ts';
import { attentionOf } from '../../readings/attention.ts';
import { askedFor, busiestOf } from './busiest.ts';
import { isAllRead, type Watched } from './lines.ts';

const watchedAttention = new Set(['droplet-down', 'uptime', 'alert']);
const watchedNotices = new Set(['droplet-down', 'uptime-down', 'uptime-up', 'alert-fired', 'alert-cleared']);
const noticesAtMost = 30;

type Busy = Pick<Watched, 'busiest' | 'asked' | 'hasSparks'>;

/** The busiest droplets of the shown teams. */
export const useBusiest = (): Busy => {
  const { teamId } = useTeam();
  const { hasSparks } = useSingle('settings').polling;
  const [all, measuredRows] = [useRows('droplets'), useRows('measured')];
  const droplets = useMemo(() => all.filter((one) => teamId === null || one.connectionId === teamId), [all, teamId]);
  const measured = useMemo(() => new Map(measuredRows.map((row) => [row.key, row])), [measuredRows]);
  const keys = useMemo(() => droplets.map(({ key }) => key), [droplets]);
  const sparks = useKnownSparks(keys);
  return useMemo(() => {
    const asked = hasSparks ? askedFor({ droplets, measured }) : [];
    return { asked, hasSparks, busiest: busiestOf({ droplets, measured, sparks, asked }) };
  }, [droplets, measured, sparks, hasSparks]);
};

/** What is watched of the shown teams, and what was told of it. */
export const useWatched = (): Omit<Watched, keyof Busy> => {
  const { teamId, connections } = useTeam();
  const attention = useRows('attention');
  const [checks, policies, watching] = [useRows('checks'), useRows('policies'), useRows('watching')];
  const notices = useRows('notices');
  return useMemo(() => {
    const isShown = ({ connectionId }: { connectionId: string | null }) => teamId === null || connectionId === teamId;
    const shown = {
      firing: attentionOf(attention, teamId).filter((row) => watchedAttention.has(row.kind)),
      checks: checks.filter(isShown),
      policies: policies.filter(isShown),
      notices: notices
        .filter((notice) => watchedNotices.has(notice.kind) && isShown(notice))
        .sort((a, b) => b.atMs - a.atMs)
        .slice(0, noticesAtMost),
    };
    return {
      connections,
      watching,
      ...shown,
      isNothing: isAllRead(connections) && Object.values(shown).every((rows) => rows.length === 0),
    };
  }, [teamId, connections, attention, checks, policies, watching, notices]);
};
