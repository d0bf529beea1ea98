import { type Buoy, createBuoy } from '../../../main/core/buoy.ts';
import { findOperation } from '../../../main/core/digitalocean/catalogue/load.ts';
import type { HostFacts } from '../../../main/core/host-facts.ts';
import { tokenName } from '../../../main/core/names/token-name.ts';
import type { DocumentName } from '../../../main/core/ports.ts';
import { sparksAtOnce } from '../../../preload/contract/metrics.ts';
import { pinKey } from '../../../preload/contract/pin-key.ts';
import { desktopCapabilities } from '../invented/capabilities.ts';
import { createFakeClock } from './fake-clock.ts';
import { lists } from './invented-team.ts';
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

/** Two pins of each of four families of that team, as settings keep them. */
export function pinnedThings() {
  const pins = lists.slice(0, 4).flatMap(({ familyId }) =>
    ['x1', 'x2'].map((itemId) => {
      const place = { connectionId: 'c1', familyId, parent: {}, id: itemId };
      return { key: pinKey(place), connectionId: 'c1', familyId, parent: {}, itemId, name: itemId };
    }),
  );
  return { pinned: ['c1:101', 'c1:102', ...pins.map(({ key }) => key)], pinnedThings: pins };
}

/** Asks for the sparks of the next twelve droplets, as a page does in which somebody scrolls through the list all the time. */
function scrolling({ calls }: Buoy, droplets: number) {
  let from = 0;
  return async (): Promise<number> => {
    const dropletKeys = Array.from({ length: sparksAtOnce }, (_, index) => `c1:${101 + ((from + index) % droplets)}`);
    from += sparksAtOnce;
    const read = await calls.readSparks({ requestId: 'scrolling', dropletKeys: [...new Set(dropletKeys)] });
    return read.ok ? read.value.filter(({ state }) => state === 'spared').length : 0;
  };
}

/**
 * Runs a whole core over an invented quiet team for so many hours, in simulated time, and says what was asked. `isScrolled`: a page
 * with sparks is open, and somebody scrolls.
 */
export async function watchFor(size: WatchedSize, hours: number, settings: object = {}, isScrolled = false) {
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
  const scroll = isScrolled ? scrolling(buoy, size.droplets) : null;
  let spared = 0;
  for (let left = hours * hourMs; left > 0; left -= 60_000) {
    const sparks = scroll?.();
    await clock.advance(60_000);
    spared += (await sparks) ?? 0;
  }
  const opened = await buoy.calls.openView({});
  await buoy.stop();
  if (!opened.ok) throw new Error(opened.failure.message);
  const times = team.asked.map(({ atMs }) => atMs);
  return {
    asked: team.asked,
    shown: ports.shown,
    /** How many sparks were left out, to spare requests. */
    spared,
    view: opened.value,
    /** The most requests of any rolling hour, and those of the last one. */
    busiestHour: busiest(times),
    lastHour: times.filter((atMs) => atMs >= (hours - 1) * hourMs).length,
  };
}
