import type { DatedOf } from '../digitalocean/resources/dated-things.ts';
import { familyOf, thingsOf } from '../fetched/dates.ts';
import { compareVersions, engineName } from '../jobs/families/databases/engine.ts';
import { routes } from '../names/routes.ts';
import type { ConnectionState } from '../state/state.ts';
import { comingWords } from '../words/coming.ts';
import type { Coming } from './coming.ts';
import { nextOccurrence } from './windows.ts';

/** The end of each database's version, newer versions, and updates that wait for its window. */
export function ofDatabases({ id, dates }: ConnectionState, nowMs: number): Coming[] {
  const engines = new Map(thingsOf(dates, 'engine').map(({ thing }) => [thing.id, thing]));
  return thingsOf(dates, 'database').flatMap(({ thing }) => [
    ...ofVersion(id, thing, engines.get(thing.engine), nowMs),
    ...ofUpdate(id, thing, nowMs),
  ]);
}

const placeOf = (connectionId: string, { id }: DatedOf<'database'>) => ({
  connectionId,
  familyId: familyOf('database'),
  id,
  parent: {},
});

/** One line tells both the end of the version and what is offered in its place. */
function ofVersion(
  connectionId: string,
  database: DatedOf<'database'>,
  engine: DatedOf<'engine'> | undefined,
  nowMs: number,
): Coming[] {
  const { id, name, version } = database;
  const newer = engine?.versions.filter((one) => compareVersions(one, version) > 0).sort(compareVersions) ?? [];
  const newest = newer.at(-1);
  const atMs = database.endsAtMs ?? engine?.ends.find((one) => one.version === version)?.atMs ?? null;
  if (atMs === null && newest === undefined) return [];
  const called = engineName({ engine: database.engine });
  const thing = placeOf(connectionId, database);
  const offer = newest === undefined ? (engine ? comingWords.noneOffered : '') : comingWords.offered(newer);
  return [
    {
      key: `version/${connectionId}/${id}`,
      connectionId,
      kind: atMs === null ? 'upgrades' : 'versions',
      title:
        atMs === null
          ? comingWords.databaseOffer(name, called, newest ?? '')
          : comingWords.database(called, version, name, atMs <= nowMs),
      detail: atMs === null ? comingWords.now(version) : offer,
      atMs,
      endsAtMs: null,
      isDay: false,
      isRenewed: false,
      route: routes.thing(thing),
      deeds: newest === undefined ? [] : [{ kind: 'job', label: comingWords.upgrade, name: 'upgrade', thing }],
    },
  ];
}

function ofUpdate(connectionId: string, database: DatedOf<'database'>, nowMs: number): Coming[] {
  const { id, name, isPending, window, updates } = database;
  if (!isPending) return [];
  const next = window && nextOccurrence(window, nowMs);
  const thing = placeOf(connectionId, database);
  return [
    {
      key: `update/${connectionId}/${id}`,
      connectionId,
      kind: 'maintenance',
      title: comingWords.update(name),
      detail: comingWords.updates(updates),
      atMs: next?.startMs ?? null,
      endsAtMs: next?.endMs ?? null,
      isDay: false,
      isRenewed: false,
      route: routes.thing(thing),
      deeds: [
        { kind: 'job', label: comingWords.move, name: 'window', thing },
        { kind: 'job', label: comingWords.install, name: 'install-update', thing },
      ],
    },
  ];
}
