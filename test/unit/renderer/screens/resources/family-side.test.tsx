import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../../../preload/contract/failure.ts';
import { FamilySide } from '../../../../../renderer/screens/resources/family-side.tsx';
import { connection, inventedView } from '../../../../doubles/invented/invented-view.ts';
import { drawPage } from '../../draw-page.tsx';

const familyId = 'organizations_list_teams';
const refusal = (kind: Failure['kind']) => ({ kind, message: 'No.' }) as Failure;

async function draw(failures: readonly (Failure | null)[], open: string | null = null) {
  const view = inventedView();
  const teams = failures.map((_, at) => connection({ id: `c${at}`, teamName: `Team ${at}`, monogram: 'T' }));
  const resources = failures.map((failure, at) => ({
    key: `c${at}/${familyId}`,
    connectionId: `c${at}`,
    familyId,
    count: null,
    freshness: { fetchedAtMs: null, isFetching: false, isStale: false, failure },
    revision: 0,
    note: null,
    isSingle: false,
  }));
  await drawPage(<FamilySide index={null} familyId={open} />, {
    view: { ...view, tables: { ...view.tables, connections: teams, resources } } as never,
  });
}
const isThere = (name: string) => screen.queryByRole('link', { name }) !== null;

describe('the list of families', () => {
  it('leaves out the teams of an organization once every team was refused them, but not while they are open', async () => {
    await draw([refusal('forbidden'), refusal('forbidden')]);
    expect([isThere('Teams'), isThere('Projects')]).toEqual([false, true]);
    await draw([refusal('forbidden')], familyId);
    expect(isThere('Teams')).toBe(true);
  });

  it('has them before they were read, and where one team has them', async () => {
    await draw([refusal('forbidden'), null]);
    expect(isThere('Teams')).toBe(true);
  });

  it('has no family under its former name', async () => {
    await draw([]);
    expect([isThere('Reserved IPs'), isThere('Floating IPs')]).toEqual([true, false]);
  });
});
