import { expect, it } from 'vitest';
import { createBuoy } from '../../main/core/buoy.ts';
import { tokenName } from '../../main/core/names/token-name.ts';
import type { DocumentName } from '../../main/core/ports.ts';
import type { Notice } from '../../preload/contract/notice.ts';
import { facts } from '../doubles/core/core-on-demo.ts';
import { createFakeClock } from '../doubles/core/fake-clock.ts';
import { inventedTeam } from '../doubles/core/invented-team.ts';
import { createMemoryPorts } from '../doubles/core/memory-ports.ts';

/** What comes true after an hour, in the API's answers. */
const news: readonly [string, string, (text: string) => string][] = [
  ['a droplet that is down', '/v2/droplets', (text) => text.replace('"active"', '"off"')],
  ['an alert', '/v2/monitoring/alerts', (text) => text.replace('"value":101', '"value":-1')],
  ['an action that failed', '/v2/actions', (text) => text.replaceAll('"completed"', '"errored"')],
];

it.each(news)('tells %s once, although Buoy ends in the moment in which it shows it', async (_what, path, change) => {
  const clock = createFakeClock();
  let isNews = false;
  const team = inventedTeam(clock.now, (asked, text) => (isNews && asked === path ? change(text) : text));
  const secrets = new Map([[tokenName('c1'), `dop_v1_${'a'.repeat(64)}`]]);

  async function start(files: Map<DocumentName, string>, onShown: (notice: Notice) => void) {
    const ports = createMemoryPorts({ clock, files, secrets, openTransport: team.openTransport });
    ports.notifier.show = onShown;
    const buoy = createBuoy(ports, facts);
    await buoy.start();
    return buoy;
  }

  const files = new Map<DocumentName, string>([['connections', '{"version":1,"connections":[{"id":"c1","label":null}]}']]);
  // A run that is killed leaves the disk as it was in that moment.
  let atThatMoment: { title: string; disk: Map<DocumentName, string> } | null = null;
  const first = await start(files, ({ title }) => {
    if (isNews) atThatMoment ??= { title, disk: new Map(files) };
  });
  await clock.advance(3_600_000);
  isNews = true;
  await clock.advance(8_000_000);
  await first.stop();
  const { title, disk } = atThatMoment ?? { title: '', disk: new Map() };
  expect(title).not.toBe('');

  const again: string[] = [];
  const second = await start(disk, (notice) => void again.push(notice.title));
  await clock.advance(1_800_000);
  await second.stop();
  expect(again).not.toContain(title);
});
