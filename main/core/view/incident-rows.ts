import type { IncidentRow } from '../../../preload/contract/view.ts';
import { statusPageUrl } from '../incidents/read-page.ts';
import { type Touch, touchesOf } from '../incidents/touches.ts';
import { keepSame } from '../same.ts';
import type { State } from '../state/state.ts';
import type { Incident } from '../state/status-page.ts';
import { incidentWords } from '../words/incidents.ts';
import type { Rows } from './droplet-rows.ts';

const severity: readonly Incident['impact'][] = ['critical', 'major', 'minor', 'unknown'];

/** The incidents that touch a team, the worst first. Equal rows stay the same objects. */
export function createIncidentRows(): (state: State) => Rows<IncidentRow> {
  let table: ReadonlyMap<string, IncidentRow> = new Map();
  let last: Pick<State, 'statusPage' | 'connections'> | null = null;
  return ({ statusPage, connections }) => {
    if (last?.statusPage === statusPage && (last.connections === connections || statusPage.incidents.length === 0)) return table;
    last = { statusPage, connections };
    const sorted = [...statusPage.incidents].sort((a, b) => severity.indexOf(a.impact) - severity.indexOf(b.impact));
    const next = new Map<string, IncidentRow>();
    for (const incident of sorted) {
      const touches = touchesOf(incident, connections.values(), statusPage.uses);
      if (touches.length > 0) next.set(incident.id, keepSame(table.get(incident.id), rowOf(incident, touches)));
    }
    const isSame = next.size === table.size && [...next].every(([key, row]) => table.get(key) === row);
    if (!isSame) table = next;
    return table;
  };
}

function rowOf(incident: Incident, touches: readonly Touch[]): IncidentRow {
  const { id, title, impact, status, startedAtMs, updatedAtMs } = incident;
  const words = [...new Set(touches.map(({ product }) => product.word))];
  const regions = [...new Set(touches.flatMap((touch) => touch.regions))].sort();
  return {
    key: id,
    text: incidentWords.text(words, regions),
    title,
    statusText: incidentWords.statuses[status],
    impact,
    startedAtMs,
    updatedAtMs,
    url: /^[\da-z]+$/i.test(id) ? `${statusPageUrl}/incidents/${id}` : statusPageUrl,
    touches: touches.flatMap(({ connectionId, product: { families }, regions: own }) =>
      (families.length === 0 ? [null] : families).map((familyId) => ({ connectionId, familyId, regions: [...own] })),
    ),
  };
}
