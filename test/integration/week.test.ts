import { expect, it } from 'vitest';
import { createBuoy } from '../../main/core/buoy.ts';
import { tokenName } from '../../main/core/names/token-name.ts';
import type { DocumentName } from '../../main/core/ports.ts';
import { facts } from '../doubles/core/core-on-demo.ts';
import { createFakeClock } from '../doubles/core/fake-clock.ts';
import { inventedTeam } from '../doubles/core/invented-team.ts';
import { createMemoryPorts } from '../doubles/core/memory-ports.ts';

const dayMs = 86_400_000;
/** A week takes half a minute, so one day stands for it unless `BUOY_DAYS` says otherwise. */
const days = Number(process.env.BUOY_DAYS ?? 1);

it('writes its documents some 70 times a day, although something changes with every poll', async () => {
  const clock = createFakeClock();
  const team = inventedTeam(clock.now);
  const files = new Map<DocumentName, string>([['connections', '{"version":1,"connections":[{"id":"c1","label":null}]}']]);
  const secrets = new Map([[tokenName('c1'), `dop_v1_${'a'.repeat(64)}`]]);
  const ports = createMemoryPorts({ clock, files, secrets, openTransport: team.openTransport });
  const buoy = createBuoy(ports, facts);
  await buoy.start();
  await clock.advance(days * dayMs);
  const counts = Object.fromEntries([...Map.groupBy(ports.writes, (name) => name)].map(([name, all]) => [name, all.length]));
  const requests = [...team.asked.values()].reduce((sum, count) => sum + count, 0);
  console.info(
    `${days} d: ${ports.writes.length} writes ${JSON.stringify(counts)}, ${requests} requests, ${ports.shown.length} notices`,
  );
  await buoy.stop();
  expect(requests / days).toBeGreaterThan(3000);
  expect(ports.shown.length / days).toBeGreaterThan(10);
  // It was 324 a day: 300 of the view, and one of the history and of the durations for each notice.
  expect(ports.writes.length / days).toBeLessThan(90);
});
