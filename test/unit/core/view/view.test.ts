import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HostFacts } from '../../../../main/core/host-facts.ts';
import { reduce } from '../../../../main/core/state/reduce.ts';
import { initialState } from '../../../../main/core/state/state.ts';
import { difference, fullView } from '../../../../main/core/view/tables.ts';
import { createViewOf } from '../../../../main/core/view/view.ts';
import { comingRowSchema } from '../../../../preload/contract/coming.ts';
import { runRowSchema } from '../../../../preload/contract/many.ts';
import { monthRowSchema } from '../../../../preload/contract/month-row.ts';
import { noticeRowSchema } from '../../../../preload/contract/notice.ts';
import { pinRowSchema } from '../../../../preload/contract/pin-row.ts';
import { rowKey } from '../../../../preload/contract/row-key.ts';
import {
  actionRowSchema,
  attentionRowSchema,
  connectionRowSchema,
  dropletRowSchema,
  type FullView,
  incidentRowSchema,
  resourceStateSchema,
  singlesSchema,
  tableNames,
  type ViewPatch,
} from '../../../../preload/contract/view.ts';
import { checkRowSchema, measuredRowSchema, policyRowSchema, watchRowSchema } from '../../../../preload/contract/watching.ts';
import { anyHistory } from '../../../doubles/core/random-events.ts';
import { fetched, fold, loadedState, startMs } from '../../../doubles/core/states.ts';
import { desktopCapabilities } from '../../../doubles/invented/capabilities.ts';
import { aDroplet } from '../../../doubles/invented/facts.ts';

const facts: HostFacts = { version: '0.1.0', platform: 'linux', desktop: 'other', capabilities: desktopCapabilities };

const rowSchemas = {
  connections: connectionRowSchema,
  droplets: dropletRowSchema,
  actions: actionRowSchema,
  notices: noticeRowSchema,
  attention: attentionRowSchema,
  resources: resourceStateSchema,
  incidents: incidentRowSchema,
  months: monthRowSchema,
  pins: pinRowSchema,
  runs: runRowSchema,
  checks: checkRowSchema,
  policies: policyRowSchema,
  watching: watchRowSchema,
  measured: measuredRowSchema,
  coming: comingRowSchema,
} as const;

/** What a page does with a patch. */
function apply(view: FullView, patch: Pick<ViewPatch, 'singles' | 'tables'>): FullView {
  const tables = { ...view.tables };
  for (const name of tableNames) {
    const change = patch.tables[name];
    if (!change) continue;
    const rows = new Map<string, unknown>(view.tables[name].map((row) => [rowKey(name, row), row]));
    for (const key of change.remove) rows.delete(key);
    for (const row of change.set) rows.set(rowKey(name, row), row);
    Object.assign(tables, { [name]: [...rows.values()] });
  }
  return { ...view, singles: { ...view.singles, ...patch.singles }, tables };
}

const sorted = (view: FullView) => ({
  singles: view.singles,
  tables: Object.fromEntries(
    tableNames.map((name) => [
      name,
      [...view.tables[name]].sort((one, other) => (rowKey(name, one) < rowKey(name, other) ? -1 : 1)),
    ]),
  ),
});

describe('the view', () => {
  it('is the same when reached by patches as when made new, whatever happens', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const viewOf = createViewOf(facts);
        let state = initialState;
        let view = viewOf(state, startMs);
        let page = fullView(view, 0, startMs);
        history.forEach((event, index) => {
          state = reduce(state, event);
          const nowMs = startMs + index * 40_000;
          const next = viewOf(state, nowMs);
          const changes = difference(view, next);
          if (changes) page = apply(page, structuredClone(changes));
          view = next;
          expect(sorted(page)).toEqual(sorted(fullView(createViewOf(facts)(state, nowMs), 0, nowMs)));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('fits the contract, whatever happens', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const view = fullView(createViewOf(facts)(fold(initialState, ...history), startMs), 0, startMs);
        singlesSchema.parse(view.singles);
        for (const name of tableNames) for (const row of view.tables[name]) rowSchemas[name].parse(row);
      }),
      { numRuns: 60 },
    );
  });

  it('is no different if nothing happened', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const state = fold(initialState, ...history);
        const viewOf = createViewOf(facts);
        expect(difference(viewOf(state, startMs), viewOf(state, startMs))).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('makes and sends one row for one change among 10,000 droplets', () => {
    const many = (changed: number) =>
      Array.from({ length: 10_000 }, (_, index) =>
        aDroplet({ id: index + 1, name: `runner-${index}`, status: index === changed ? 'off' : 'active' }),
      );
    const viewOf = createViewOf(facts);
    const before = fold(loadedState(), fetched('droplets', many(-1)));
    const view = viewOf(before, startMs);
    const after = fold(before, fetched('droplets', many(4321), startMs + 60_000));
    const next = viewOf(after, startMs + 60_000);
    const changes = difference(view, next);
    expect(changes?.tables.droplets).toMatchObject({ set: [{ id: 4322, condition: 'off' }], remove: [] });
    const made = [...next.tables.droplets].filter(([key, row]) => view.tables.droplets.get(key) !== row);
    expect(made).toHaveLength(1);
    expect(changes?.tables.actions).toBeUndefined();
  });
});
