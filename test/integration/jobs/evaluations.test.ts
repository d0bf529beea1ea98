import { afterEach, describe, expect, it } from 'vitest';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob, openOn } from '../../doubles/core/run-job.ts';

const runs = { familyId: 'genai_list_model_evaluation_runs', path: '/v2/gen-ai/model_evaluation_runs', idAt: 'eval_run_uuid' };
const datasets = { familyId: 'genai_list_evaluation_datasets', path: '/v2/gen-ai/evaluation_datasets', idAt: 'dataset_uuid' };
const addressOf = 'genai_get_model_evaluation_run_results_download_url';

describe('what an evaluation measured', () => {
  afterEach(endAll);

  const doing = (world: World, { familyId, path, idAt }: typeof runs, job = 'save') => {
    const row = world.demo.rows(path, 'Harbour Works')[0] ?? {};
    return { familyId, idAt, thing: String(row[idAt]), job };
  };
  const textOf = (world: World, downloadId: string | null) => {
    const file = world.buoy.takeDownload(downloadId ?? '');
    return { name: file?.suggestedName, text: new TextDecoder().decode(file?.bytes) };
  };

  it.each([
    ['results', runs, /results\.jsonl$/, /"input":"Which size fits\?"/],
    ['dataset', datasets, /dataset\.csv$/, /^query,expected\n/],
  ] as const)('is saved as a file, fetched without the token: %s', async (what, family, name, text) => {
    const world = await connected({ seed: 7 });
    const { result, form, sent } = await doJob(world, doing(world, family));
    if (!result.ok) throw new Error(result.failure.message);
    expect(form.level).toBe('safe');
    expect(sent).toEqual([]);
    expect(result.value.message).toMatch(new RegExp(`^The ${what} of .+ is saved\\.$`));
    const file = textOf(world, result.value.downloadId);
    expect(file.name).toMatch(name);
    expect(file.text).toMatch(text);
    // The address is in no answer to the page.
    expect(JSON.stringify([form, result])).not.toContain('/files/');
  });

  it('is not saved where the host gives nothing out any more', async () => {
    const world = await connected({ seed: 7 });
    const { id } = await openOn(world, doing(world, runs));
    world.demo.faults.add({ path: '/files/' }, { kind: 'status', status: 403 });
    const ran = await world.buoy.calls.runJob({ id, values: {} });
    expect(ran).toMatchObject({ ok: false, failure: { kind: 'not-found', nextStep: expect.stringContaining('new address') } });
  });

  it('of which there is nothing yet says so', async () => {
    const world = await connected({ seed: 7 });
    world.demo.faults.add({ operation: addressOf }, { kind: 'status', status: 404 });
    await expect(openOn(world, doing(world, runs))).rejects.toThrow('was not opened');
  });
});
