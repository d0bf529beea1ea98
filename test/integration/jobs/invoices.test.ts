import { afterEach, describe, expect, it } from 'vitest';
import { connected, endAll } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

describe('saving an invoice', () => {
  afterEach(endAll);

  it.each([
    ['pdf', 'application/pdf', '%PDF-'],
    ['csv', 'text/csv', 'product'],
  ])('hands over the %s as DigitalOcean made it, named after month and team', async (job, mediaType, start) => {
    const world = await connected({ seed: 7 });
    const [invoice] = world.demo.rows('/v2/customers/my/invoices', 'Harbour Works');
    const { result, sent } = await doJob(world, {
      familyId: 'invoices_list',
      idAt: 'invoice_uuid',
      thing: String(invoice?.invoice_uuid),
      job,
    });
    if (!result.ok) throw new Error(result.failure.message);
    expect(sent).toEqual([]);
    expect(result.value.message).toBe(`The invoice of ${invoice?.invoice_period} is saved.`);
    const file = world.buoy.takeDownload(result.value.downloadId ?? '');
    expect(file).toMatchObject({ suggestedName: `${invoice?.invoice_period}-Harbour Works.${job}`, mediaType });
    expect(new TextDecoder().decode(file?.bytes).slice(0, 20)).toContain(start);
  });
});
