import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ActionRow } from '../../../../../preload/contract/view.ts';
import { ActionPanel } from '../../../../../renderer/screens/activity/action-panel.tsx';
import { inventedActions } from '../../../../doubles/invented/invented-actions.ts';
import { inventedView } from '../../../../doubles/invented/invented-view.ts';
import { drawPage } from '../../draw-page.tsx';

const failedAt = (untilMs: number): ActionRow => {
  const [first] = inventedActions();
  if (!first) throw new Error('There are no invented actions');
  const goOn = [{ label: 'Power on', id: 'job-9', untilMs }];
  return { ...first, status: 'errored', failure: { kind: 'unprocessable', message: 'Resize failed.', goOn } };
};

async function draw(action: ActionRow) {
  const view = inventedView();
  const drawn = await drawPage(<ActionPanel actionKey={action.key} onClose={() => {}} />, {
    view: { ...view, tables: { ...view.tables, actions: [action] } },
  });
  const runs: unknown[] = [];
  Object.assign(drawn.bridge, {
    runJob: async (args: unknown) => {
      runs.push(args);
      return { ok: false, failure: { kind: 'refused', message: 'Not now.' } };
    },
  });
  return runs;
}

describe('the panel of a job that stopped', () => {
  it('goes on with what is left', async () => {
    const runs = await draw(failedAt(Number.MAX_SAFE_INTEGER));
    await userEvent.setup().click(screen.getByRole('button', { name: 'Power on' }));
    await waitFor(() => expect(runs).toEqual([{ id: 'job-9', values: {} }]));
  });

  it('shows what somebody else changed before it goes on over it', async () => {
    const row = failedAt(Number.MAX_SAFE_INTEGER);
    const changes = [{ way: ['health_check', 'port'], sides: { before: 80, after: 8080 } }];
    await draw({ ...row, failure: { kind: 'conflict', message: 'It was changed.', ...row.failure, changes } });
    expect(screen.getByRole('list', { name: 'What was changed elsewhere' }).textContent).toBe('Health check, port: 80 → 8080');
    expect(screen.getByRole('button', { name: 'Power on' })).toBeTruthy();
  });

  it('no longer offers what would be refused as too old', async () => {
    await draw(failedAt(0));
    expect(screen.getByText('Resize failed.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Power on' })).toBeNull();
  });
});
