import { listed, money } from './numbers.ts';
import { clockTime } from './time.ts';

/** Lines of what needs a person. Lengths of time are not in them: whoever shows them counts from `sinceMs`. */
export const attentionWords = {
  dropletDown: (name: string) => `${name} is down`,
  dropletDownDetail: (team: string, region: string) => `${team} · ${region} · not turned off by anybody`,
  powerOn: 'Power on',
  actionDetail: (team: string, actionId: number | null) => (actionId === null ? team : `${team} · action ${actionId}`),
  slow: (title: string) => `${title} takes long`,
  slowDetail: (team: string, usual: string) => `${team} · usually ${usual}`,
  refused: (label: string) => `${label}: token refused`,
  refusedDetail: (lastWorkedAtMs: number | null, nowMs: number) =>
    lastWorkedAtMs === null ? 'It never worked here.' : `It last worked ${clockTime(lastWorkedAtMs, nowMs)}.`,
  secretLost: (label: string) => `${label}: token lost`,
  secretLostDetail: 'It is not in your keyring any more. Paste it again.',
  vault: (labels: readonly string[]) =>
    `Your keyring holds back the ${labels.length === 1 ? 'token' : 'tokens'} of ${listed(labels)}`,
  vaultRetry: 'Try again',
  uptimeDown: (name: string) => `${name} does not answer`,
  uptimeDownDetail: (team: string, target: string, regions: readonly string[]) =>
    `${team} · ${target} · seen from ${listed(regions.map((region) => region.replaceAll('_', ' ')))}`,
  alertDetail: (team: string, value: string) => `${team} · now ${value}`,
  spend: (usedUsd: number, thresholdUsd: number) =>
    `Spend is at ${Math.round((usedUsd / thresholdUsd) * 100)} % of ${money(thresholdUsd).replace(/\.00$/, '')}`,
  spendDetail: (teams: number, usedUsd: number) => `${teams === 1 ? 'One team' : 'All teams'} · ${money(usedUsd)} this month`,
  setAside: 'A file of Buoy could not be read',
  setAsideDetail: (path: string) => `It is kept as ${path}; Buoy began a new one.`,
  storage: 'Buoy cannot write its files',
  storageDetail: (why: string) => `${why} What is new is lost when Buoy quits.`,
} as const;
