import type { DatedKind, DatedThing } from '../../../main/core/digitalocean/resources/dated-things.ts';
import { type DateSource, type DateSources, familyOf } from '../../../main/core/fetched/dates.ts';
import { startMs } from './states.ts';

type Named<K extends DatedKind> = Extract<DatedThing, { kind: K }>;

/** A list of things of one kind, read at the usual time. */
export function aSource<K extends DatedKind>(
  kind: K,
  things: readonly Omit<Named<K>, 'kind'>[],
  own: Partial<DateSource> = {},
): DateSource {
  const inside = own.inside ?? '';
  return {
    key: inside === '' ? familyOf(kind) : `${familyOf(kind)}/${inside}`,
    familyId: familyOf(kind),
    inside,
    askedAtMs: startMs,
    readAtMs: startMs,
    failure: null,
    outdatedAtMs: null,
    leftOut: 0,
    things: things.map((thing) => ({ kind, ...thing }) as unknown as DatedThing),
    ...own,
  };
}

export const sourcesOf = (...sources: readonly DateSource[]): DateSources => new Map(sources.map((one) => [one.key, one]));

const dayMs = 86_400_000;
export const inDays = (days: number): number => startMs + days * dayMs;

export const aCertificate = (name: string, endsAtMs: number | null, isRenewed = false) => ({
  id: name,
  name,
  endsAtMs,
  isRenewed,
  domains: [name],
});
