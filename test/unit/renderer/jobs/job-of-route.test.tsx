import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { JobForm } from '../../../../preload/contract/job.ts';
import '../../../../renderer/jobs/job-dialog.tsx';
import { JobOfRoute } from '../../../../renderer/jobs/job-of-route.tsx';
import { drawPage } from '../draw-page.tsx';

const form: JobForm = {
  id: 'job-1',
  title: 'Redeploy storefront',
  level: 'normal',
  lines: ['Team: Harbour Works.'],
  fields: [],
  goes: [],
  stays: [],
  typeToConfirm: null,
  submitLabel: 'Redeploy',
  hasPrice: false,
};

const draw = async () => {
  const { bridge, page } = await drawPage(<JobOfRoute />, { hash: '#/overview' });
  vi.spyOn(bridge, 'openJob').mockResolvedValue({ ok: true, value: form });
  const result = {
    message: 'It is being deployed.',
    actionKeys: [],
    copy: null,
    downloadId: null,
    secret: null,
    route: null,
    again: null,
  };
  vi.spyOn(bridge, 'runJob').mockResolvedValue({ ok: true, value: result });
  return { bridge, page };
};

describe('an address that asks for a job', () => {
  it('opens what the job asks once, and leads to the thing itself from then on', async () => {
    const { bridge, page } = await draw();
    await act(async () => page.router.go('#/resources/apps_list/hw/a%2F1/redeploy'));
    expect(bridge.openJob).toHaveBeenCalledTimes(1);
    const thing = { connectionId: 'hw', familyId: 'apps_list', id: 'a/1', parent: {} };
    expect(bridge.openJob).toHaveBeenCalledWith({ name: 'redeploy', thing });
    expect(page.router.hash()).toBe('#/resources/apps_list/hw/a%2F1');
    expect(await screen.findByRole('dialog', { name: 'Redeploy storefront' })).toBeTruthy();
  });

  it('never runs a job, even one that asks nothing elsewhere, until a person says so', async () => {
    const { bridge, page } = await draw();
    await act(async () => page.router.go('#/resources/apps_list/hw/a1/redeploy'));
    const dialog = await screen.findByRole('dialog', { name: 'Redeploy storefront' });
    expect(bridge.runJob).not.toHaveBeenCalled();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Redeploy' }));
    expect(bridge.runJob).toHaveBeenCalledWith({ id: 'job-1', values: {} });
    expect(dialog.isConnected).toBe(false);
  });

  it('says why a job cannot be opened', async () => {
    const { bridge, page } = await draw();
    vi.mocked(bridge.openJob).mockResolvedValue({ ok: false, failure: { kind: 'not-found', message: 'It is not there.' } });
    await act(async () => page.router.go('#/resources/apps_list/hw/a1/redeploy'));
    expect(page.toasts.list().map(({ title }) => title)).toContain('It is not there');
  });
});
