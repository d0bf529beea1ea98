import { daysApart, startOfDate } from '../../../preload/contract/time-words.ts';
import { familyOf, thingsOf } from '../fetched/dates.ts';
import { labelOf } from '../names/connection-label.ts';
import { routes } from '../names/routes.ts';
import type { ConnectionState } from '../state/state.ts';
import { comingWords } from '../words/coming.ts';
import type { Coming } from './coming.ts';
import { ofBackups } from './of-backups.ts';
import { ofClusters } from './of-clusters.ts';
import { ofDatabases } from './of-databases.ts';

/** Everything that is coming up for a connection, as far as it was read or entered, in no order. */
export const comingOf = (connection: ConnectionState, nowMs: number): Coming[] => [
  ...ofCertificates(connection, nowMs),
  ofToken(connection, nowMs),
  ...ofKeys(connection, nowMs),
  ...ofDatabases(connection, nowMs),
  ...ofClusters(connection, nowMs),
  ...ofBackups(connection, nowMs),
  ...ofPrefixes(connection),
];

const moment = { endsAtMs: null, isDay: false, isRenewed: false } as const;

function ofCertificates({ id: connectionId, dates }: ConnectionState, nowMs: number): Coming[] {
  return thingsOf(dates, 'certificate').map(({ thing: { id, name, endsAtMs, isRenewed, domains } }) => {
    const thing = { connectionId, familyId: familyOf('certificate'), id, parent: {} };
    const others = domains.filter((domain) => domain !== name);
    const own = isRenewed ? comingWords.renewed : comingWords.owned;
    return {
      ...moment,
      key: `certificate/${connectionId}/${id}`,
      connectionId,
      kind: 'certificates',
      title: endsAtMs === null ? comingWords.certificateAlone(name) : comingWords.certificate(name, endsAtMs <= nowMs),
      detail:
        endsAtMs === null ? comingWords.notTold : comingWords.told(own, others.length === 0 ? '' : comingWords.domains(others)),
      atMs: endsAtMs,
      isRenewed,
      route: routes.thing(thing),
      deeds: [{ kind: 'job', label: comingWords.replace, name: 'replace', thing }],
    };
  });
}

/** The API does not tell when a token ends, so only the person can. */
function ofToken(connection: ConnectionState, nowMs: number): Coming {
  const { id: connectionId, tokenEndsOn, droplets } = connection;
  const label = labelOf(connection);
  const isKnown = tokenEndsOn !== null;
  // From the beginning of that day on nobody can rely on it, and on the next it is over.
  const atMs = isKnown ? startOfDate(tokenEndsOn) : null;
  const told = [comingWords.entered, comingWords.stopsSeeing(droplets.size)].filter(Boolean).join(' · ');
  return {
    ...moment,
    key: `token/${connectionId}`,
    connectionId,
    kind: 'tokens',
    title: isKnown ? comingWords.token(label, daysApart(nowMs, startOfDate(tokenEndsOn)) < 0) : comingWords.tokenAlone(label),
    detail: isKnown ? told : comingWords.notEntered,
    atMs,
    isDay: isKnown,
    route: routes.connections,
    deeds: [{ kind: 'route', label: isKnown ? comingWords.replace : comingWords.enter, route: routes.connections }],
  };
}

/** Keys without an end never end, so they are not among what is coming. */
function ofKeys({ id: connectionId, dates }: ConnectionState, nowMs: number): Coming[] {
  const namespaces = new Map(thingsOf(dates, 'namespace').map(({ thing }) => [thing.id, thing.name]));
  return thingsOf(dates, 'function-key').flatMap(({ thing: { id, name, endsAtMs }, inside }): Coming[] => {
    if (endsAtMs === null) return [];
    const thing = { connectionId, familyId: familyOf('function-key'), id, parent: { namespace_id: inside } };
    const namespace = { connectionId, familyId: familyOf('namespace'), id: inside, parent: {} };
    return [
      {
        ...moment,
        key: `key/${connectionId}/${id}`,
        connectionId,
        kind: 'keys',
        title: comingWords.key(name, namespaces.get(inside) ?? inside, endsAtMs <= nowMs),
        detail: comingWords.ofFunctions,
        atMs: endsAtMs,
        route: routes.thing(thing),
        deeds: [{ kind: 'job', label: comingWords.newKey, name: 'add-key', thing: namespace }],
      },
    ];
  });
}

function ofPrefixes({ id: connectionId, dates }: ConnectionState): Coming[] {
  return thingsOf(dates, 'prefix').map(({ thing: { id, name } }) => ({
    ...moment,
    key: `prefix/${connectionId}/${id}`,
    connectionId,
    kind: 'prefixes',
    title: comingWords.prefix(name),
    detail: comingWords.notTold,
    atMs: null,
    route: routes.thing({ connectionId, familyId: familyOf('prefix'), id, parent: {} }),
    deeds: [],
  }));
}
