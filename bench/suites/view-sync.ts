import type { State } from '../../main/core/state/state.ts';
import { difference, fullView } from '../../main/core/view/tables.ts';
import { createViewOf } from '../../main/core/view/view.ts';
import type { FullView, ViewPatch } from '../../preload/contract/view.ts';
import { demoDroplets, hostFacts, polled, stateWith, withOneChanged } from '../many-droplets.ts';
import { type BenchRow, median, rowsFor, type Suite, timesOf } from '../row.ts';

const count = 10_000;
const rounds = 15;
const stepMs = 60_000;
const startMs = Date.UTC(2026, 10, 23, 12);

/** Both ways across: a copy for the other process, as in Electron, and text for the browser. */
const cross = (message: FullView | ViewPatch): string => {
  structuredClone(message);
  return JSON.stringify(message);
};

export const viewSync: Suite = {
  name: 'view-sync',
  about: 'One of 10,000 droplets changed: what is sent to the page, against the full view, and how long it takes to compute.',
  async run() {
    const droplets = await demoDroplets(count);
    const viewOf = createViewOf(hostFacts);
    let state: State = stateWith(droplets, startMs);
    let view = viewOf(state, startMs);
    const full = fullView(view, 1, startMs);
    let nowMs = startMs;
    let patch: ViewPatch | null = null;
    const folding: number[] = [];
    const computing: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      nowMs += stepMs;
      // Alternates between two states, so that each poll differs from the last one by one droplet.
      const next = round % 2 === 0 ? withOneChanged(droplets, 17) : structuredClone(droplets);
      const startedAt = performance.now();
      state = polled(state, next, nowMs);
      const foldedAt = performance.now();
      const after = viewOf(state, nowMs);
      const changes = difference(view, after);
      computing.push(performance.now() - foldedAt);
      folding.push(foldedAt - startedAt);
      view = after;
      if (changes) patch = { revision: round + 2, nowMs, ...changes };
    }
    if (!patch) throw new Error('A changed droplet made no patch');
    const first = median(timesOf(5, () => createViewOf(hostFacts)(state, nowMs)));
    return rowsOf(full, patch, { first, folding: median(folding), computing: median(computing) });
  },
};

function rowsOf(full: FullView, patch: ViewPatch, ms: { first: number; folding: number; computing: number }): BenchRow[] {
  const name = `${count} droplets, one changed`;
  const row = rowsFor('view-sync', name);
  const whole = 'the full view';
  const bytes = (message: FullView | ViewPatch) => Buffer.byteLength(JSON.stringify(message));
  const crossing = (message: FullView | ViewPatch) => median(timesOf(rounds, () => cross(message)));
  return [
    row('rows in the patch', patch.tables.droplets?.set.length ?? 0, 'rows', whole, full.tables.droplets.length),
    row('size of the patch', bytes(patch), 'bytes', whole, bytes(full)),
    row('crossing', crossing(patch), 'ms', whole, crossing(full)),
    row('computing the view', ms.computing, 'ms', 'the first view', ms.first),
    row('folding the poll', ms.folding, 'ms', null, null),
  ];
}
