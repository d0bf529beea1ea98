import { sentences } from '../../../preload/contract/isolates.ts';
import { wholeNumber } from '../../../preload/contract/number-words.ts';
import { listed, money, roundMoney } from './numbers.ts';
import { worldRegions } from './regions.ts';
import { clockTime } from './time.ts';

/**
 * Lines about what needs a person: a title, and a detail that begins with the team. They contain no lengths of time, because
 * page and tray count from the row's `sinceMs`.
 */
export const attentionWords = sentences({
  dropletDown: (name: string) => `${name} is down`,
  dropletDownDetail: (team: string, region: string) => `${team} · ${region} · nobody turned it off`,
  powerOn: 'Power on',
  actionDetail: (team: string, actionId: number | null) => (actionId === null ? team : `${team} · action ${actionId}`),
  slow: (title: string) => `${title} is taking long`,
  slowDetail: (team: string, usual: string) => `${team} · usually ${usual}`,
  refused: (label: string) => `${label}: token refused`,
  refusedDetail: (lastWorkedAtMs: number | null, nowMs: number) =>
    lastWorkedAtMs === null ? 'It never worked here.' : `It last worked ${clockTime(lastWorkedAtMs, nowMs)}.`,
  secretLost: (label: string) => `${label}: token lost`,
  secretLostDetail: 'It is no longer in your keyring. Paste it again.',
  vault: (labels: readonly string[]) =>
    `Your keyring does not hand over the ${labels.length === 1 ? 'token' : 'tokens'} of ${listed(labels)}`,
  vaultRetry: 'Try again',
  uptimeDown: (name: string) => `${name} does not answer`,
  uptimeDownDetail: (team: string, target: string, regions: readonly string[]) =>
    `${team} · ${target} · seen from ${worldRegions(regions)}`,
  alertDetail: (team: string, policy: string, value: string) =>
    [team, ...(policy === '' ? [] : [policy]), `now ${value}`].join(' · '),
  spend: (usedShare: number, limitUsd: string) =>
    `Spend is at ${Math.floor(usedShare * 100)} % of ${money(limitUsd).replace(/\.00$/, '')}`,
  spendDetail: (teams: number, usedUsd: string, forecastUsd: string | null) =>
    `${teams === 1 ? 'One team' : `${teams} teams together`} · ${money(usedUsd)} this month${forecastUsd === null ? '' : `, heading for about ${roundMoney(forecastUsd)}`}`,
  setAside: (files: number) => `Buoy could not read ${files === 1 ? 'one' : wholeNumber(files)} of its files`,
  setAsideDetail: 'Nothing was deleted: Settings says what is kept where.',
  notUnderstood: 'Another version of Buoy left data that this one does not understand',
  notUnderstoodDetail: (documents: readonly string[]) =>
    `It stays as it is in ${listed(documents.map((name) => `${name}.json`))}, for the version that wrote it.`,
  storage: 'Buoy cannot write its files',
  storageDetail: (why: string) => `${why} Changes are lost if Buoy quits before that.`,
} as const);
