import { afterEach, expect, it } from 'vitest';
import type { LogBatch, LogSource } from '../../../preload/contract/log.ts';
import { idIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll } from '../../doubles/core/core-on-demo.ts';
afterEach(endAll);
it('probe', async () => {
  const world = await connected({ seed: 7 });
  const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
  const source: LogSource = { connectionId, appId: idIn(world, '/v2/apps', 'storefront'), type: 'run', deploymentId: null, component: null, runId: null };
  const app = await world.buoy.calls.readLogApp({ source });
  console.log(app);
  const opened = await world.buoy.calls.openLog({ source });
  if (!opened.ok) throw new Error(opened.failure.message);
  const { logId } = opened.value;
  const read = async (after = 0): Promise<LogBatch> => { const r = await world.buoy.calls.readLog({ logId, after }); if (!r.ok) throw new Error(); return r.value; };
  await world.until(async () => (await read()).newest > 0);
  let b = await read();
  console.log(b.state, b.first, b.newest, b.lines.slice(0, 5));
  await world.pass(10_000);
  b = await read(b.newest);
  console.log(b.state, b.first, b.newest, b.lines);
  for (const type of ['build', 'deploy', 'crashed'] as const) {
    const o = await world.buoy.calls.openLog({ source: { ...source, type } });
    if (!o.ok) throw new Error();
    const r = async () => { const x = await world.buoy.calls.readLog({ logId: o.value.logId, after: 0 }); if (!x.ok) throw new Error(); return x.value; };
    await world.until(async () => !['connecting', 'live'].includes((await r()).state.kind));
    console.log(type, (await r()).state, (await r()).lines.map((l) => [l.who, l.text].join(' ')).slice(-8));
  }
  console.log(world.ports.logged.filter((l) => /log/i.test(l)));
  expect(1).toBe(1);
});
