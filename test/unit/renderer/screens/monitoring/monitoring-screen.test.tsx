// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Unread } from '../../../../../preload/contract/view.ts';
import { MonitoringScreen } from '../../../../../renderer/screens/monitoring/monitoring-screen.tsx';
import { connection, inventedView } from '../../../../doubles/invented/invented-view.ts';
import { drawPage } from '../../draw-page.tsx';

const quiet = (unread: Unread[] = []) => {
  const view = inventedView();
  const own = connection({ id: 'c1', teamName: 'Harbour Works', monogram: 'HW', unread });
  return { ...view, tables: { ...view.tables, attention: [], notices: [], connections: [own] } };
};

describe('the view of monitoring', () => {
  it('says that nothing fires when everything was read', async () => {
    await drawPage(<MonitoringScreen />, { view: quiet(), hash: '#/monitoring' });
    expect(screen.getByText('Nothing is firing')).toBeTruthy();
  });

  it('says what could not be read and why, and then nothing of what it does not know', async () => {
    const failure = { kind: 'forbidden' as const, message: 'No.', scopes: ['monitoring:read'] };
    const unread: Unread = { what: 'alerts', name: 'alert policies', failure, leftOut: 0 };
    await drawPage(<MonitoringScreen />, { view: quiet([unread]), hash: '#/monitoring' });
    expect(document.body.textContent).toContain('may not read alert policies. It needs monitoring:read.');
    expect(screen.getByText('Nothing is firing in what was read')).toBeTruthy();
    expect(screen.queryByText('Nothing is firing')).toBeNull();
  });
});
