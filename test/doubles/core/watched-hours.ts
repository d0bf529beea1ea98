import { type Buoy, createBuoy } from '../../../main/core/buoy.ts';
import { findOperation } from '../../../main/core/digitalocean/catalogue/load.ts';
import type { HostFacts } from '../../../main/core/host-facts.ts';
import { tokenName } from '../../../main/core/names/token-name.ts';
import type { DocumentName } from '../../../main/core/ports.ts';
import { desktopCapabilities } from '../invented/capabilities.ts';
import { createFakeClock } from './fake-clock.ts';
import { createMemoryPorts } from './memory-ports.ts';
import { type WatchedSize, watchedTeam } from './watched-team.ts';

const facts: HostFacts = { version: '0.1.0', platform: 'linux', desktop: 'other', capabilities: desktopCapabilities };
const hourMs = 3_600_000;

function busiest(times: readonly number[]): number {
  let from = 0;
  return times.reduce((most, atMs, index) => {
    while ((times[from] ?? atMs) <= atMs - hourMs) from += 1;
    return Math.max(most, index - from + 1);
  }, 0);
}

/** Runs a whole core over an invented quiet team for so many hours, in simulated time, and says what was asked. */
export async function watchFor(size: WatchedSize, hours: number, settings: object = {}) {
  // Loading the catalogue takes real time, which the clock does not wait for.
  await Promise.all(
    ['droplets_list', 'monitoring_list_alertPolicy', 'uptime_list_checks', 'account_get', 'reservedIPv6_list'].map(findOperation),
  );
  const clock = createFakeClock();
  const team = watchedTeam(clock.now, size);
  const files = new Map<DocumentName, string>([
    ['connections', '{"version":1,"connections":[{"id":"c1","label":null}]}'],
    ['settings', JSON.stringify(settings)],
  ]);
  const secrets = new Map([[tokenName('c1'), `dop_v1_${'a'.repeat(64)}`]]);
  const ports = createMemoryPorts({ clock, files, secrets, openTransport: team.openTransport });
  const buoy: Buoy = createBuoy(ports, facts);
  await buoy.start();
  // In steps, so that each answer arrives before the next poll.
  for (let left = hours * hourMs; left > 0; left -= 60_000) await clock.advance(60_000);
  const opened = await buoy.calls.openView({});
  await buoy.stop();
  if (!opened.ok) throw new Error(opened.failure.message);
  const times = team.asked.map(({ atMs }) => atMs);
  return {
    asked: team.asked,
    shown: ports.shown,
    view: opened.value,
    /** The most requests of any rolling hour, and those of the last one. */
    busiestHour: busiest(times),
    lastHour: times.filter((atMs) => atMs >= (hours - 1) * hourMs).length,
  };
}
