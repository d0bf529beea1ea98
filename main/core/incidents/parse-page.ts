import { list, oneOf, record, string, timeMs } from '../digitalocean/resources/wire-values.ts';
import type { Incident, IncidentPart } from '../state/status-page.ts';

/** More incidents than these at a time, and more parts of one, are not looked at. */
const incidentsAtMost = 50;
const partsAtMost = 200;
/** Letters of a title, which stands in a line; and of an id. */
const titleAtMost = 200;
const idAtMost = 100;

const impacts = ['minor', 'major', 'critical'] as const;
const statuses = ['investigating', 'identified', 'monitoring'] as const;
/** Over, although the page may still list it for a while. */
const over = new Set(['resolved', 'postmortem', 'completed']);

/**
 * The incidents of the summary of a status page that are not over; `null` if it is none. Groups of the page's components are
 * products, and what lies in a group is a region of it.
 * https://status.digitalocean.com/api (read 2026-11-26)
 */
export function parsePage(body: unknown): Incident[] | null {
  const page = record(body);
  if (!page || !Array.isArray(page.incidents)) return null;
  const names = componentNames(page.components);
  return page.incidents.slice(0, incidentsAtMost).flatMap((raw) => parseIncident(raw, names) ?? []);
}

interface Component {
  name: string;
  groupId: string | null;
}

function componentNames(raw: unknown): ReadonlyMap<string, Component> {
  const all = new Map<string, Component>();
  for (const one of list(raw)) {
    const wire = record(one);
    const [id, name] = [string(wire?.id), string(wire?.name)];
    if (wire && id !== null && name !== null) all.set(id, { name, groupId: string(wire.group_id) });
  }
  return all;
}

function parseIncident(raw: unknown, names: ReadonlyMap<string, Component>): Incident | null {
  const wire = record(raw);
  const [id, title] = [string(wire?.id), string(wire?.name)];
  const status = string(wire?.status) ?? '';
  if (!wire || id === null || id.length > idAtMost || title === null || over.has(status)) return null;
  const parts = list(wire.components)
    .slice(0, partsAtMost)
    .flatMap((one) => partsOf(one, names));
  const named = regionsIn(title);
  return {
    id,
    title: title.length > titleAtMost ? `${title.slice(0, titleAtMost - 1).toWellFormed()}…` : title,
    impact: oneOf(wire.impact, impacts),
    status: oneOf(status, statuses),
    startedAtMs: timeMs(wire.started_at) ?? timeMs(wire.created_at),
    updatedAtMs: timeMs(wire.updated_at),
    // A title such as "Networking in FRA1" is narrower than a component that has no regions.
    parts: named.length === 0 ? parts : parts.flatMap((part) => narrowed(part, named)),
  };
}

const narrowed = (part: IncidentPart, regions: readonly string[]): IncidentPart[] =>
  part.regionSlug === null ? regions.map((regionSlug) => ({ ...part, regionSlug })) : [part];

function partsOf(raw: unknown, names: ReadonlyMap<string, Component>): IncidentPart[] {
  const wire = record(raw);
  const name = string(wire?.name);
  if (!wire || name === null) return [];
  const groupId = string(wire.group_id) ?? names.get(string(wire.id) ?? '')?.groupId ?? null;
  const group = groupId === null ? null : (names.get(groupId)?.name ?? null);
  if (group === null) return [{ product: name, regionSlug: null }];
  return [{ product: group, regionSlug: regionsIn(name)[0] ?? null }];
}

/** "Networking in FRA1 and AMS3" names `fra1` and `ams3`. Three letters and a digit are a region, whichever are added. */
const regionsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\b([a-z]{3}\d)\b/gi)].map(([, slug = '']) => slug.toLowerCase())),
];
