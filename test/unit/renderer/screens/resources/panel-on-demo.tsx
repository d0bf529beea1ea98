import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { loadIndex } from '../../../../../main/core/digitalocean/catalogue/load.ts';
import type { Bridge } from '../../../../../preload/contract/bridge.ts';
import { type Outcome, success } from '../../../../../preload/contract/failure.ts';
import type { EventName, EventPayload } from '../../../../../preload/contract/schema.ts';
import type { DropletRow } from '../../../../../preload/contract/view.ts';
import { TooltipProvider } from '../../../../../renderer/components/controls/tooltip.tsx';
import { DropletDeedsProvider } from '../../../../../renderer/droplet-actions/asking.tsx';
import { designedFamily } from '../../../../../renderer/families/all.ts';
import type { Family } from '../../../../../renderer/families/family.ts';
import type { Item } from '../../../../../renderer/families/value.ts';
import { JobHost } from '../../../../../renderer/jobs/job-host.tsx';
import { createPage, PageContext } from '../../../../../renderer/page/page.ts';
import { DropletPanel } from '../../../../../renderer/screens/droplet-detail/droplet-panel.tsx';
import { type ItemLine, linesOf } from '../../../../../renderer/screens/resources/lines.ts';
import { ResourcePanel } from '../../../../../renderer/screens/resources/panel/resource-panel.tsx';
import { connected, type World } from '../../../../doubles/core/core-on-demo.ts';
import { atEnd } from '../../../../doubles/page/at-end.ts';
import { createFakeBridge } from '../../../../doubles/page/fake-bridge.ts';

/** The demo account without polls, so that every request is one of the panel. */
export async function quietWorld(): Promise<World> {
  const world = await connected({ seed: 7 });
  await world.run({ kind: 'pause-polling', untilMs: null });
  await world.pass(1000);
  return world;
}

/** The bridge of a page in the same process: the core's own calls, and a host that does nothing. */
async function bridgeTo(
  world: World,
  watch: <T>(answer: Promise<T>) => Promise<T>,
  { droplets = [] }: { droplets?: DropletRow[] },
): Promise<Bridge & { copied: string[] }> {
  const fake = createFakeBridge(await world.view());
  const copied: string[] = [];
  const calls = Object.fromEntries(
    Object.entries(world.buoy.calls).map(([name, call]) => [
      name,
      (args: unknown) => watch((call as (args: unknown) => Promise<Outcome<unknown>>)(args)),
    ]),
  );
  return {
    ...fake,
    ...(calls as unknown as Bridge),
    async openView() {
      const view = await world.view();
      const own = new Map([...view.tables.droplets, ...droplets].map((row) => [row.key, row]));
      return success({ ...view, tables: { ...view.tables, droplets: [...own.values()] } });
    },
    copied,
    copyText: async ({ text }) => {
      copied.push(text);
      return success(null);
    },
    on: <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) => world.buoy.on(event, listener),
  };
}

/** A page over the demo account, with the whole core behind it, that shows only `children`. */
export async function drawOnDemo(world: World, children: ReactNode, rows: { droplets?: DropletRow[] } = {}) {
  const running = new Set<Promise<unknown>>();
  const watch = <T,>(answer: Promise<T>): Promise<T> => {
    running.add(answer);
    void answer.finally(() => running.delete(answer));
    return answer;
  };
  const bridge = await bridgeTo(world, watch, rows);
  const page = createPage(bridge, window);
  const stop = page.start();
  const settle = async () => {
    for (let quiet = 0; quiet < 3; quiet = running.size === 0 ? quiet + 1 : 0) {
      await act(async () => {
        await Promise.all(running);
        // Patches of the view wait a moment for each other.
        await world.clock.advance(100);
        await new Promise((done) => setTimeout(done, 0));
      });
    }
  };
  await settle();
  render(
    <PageContext value={page}>
      <TooltipProvider>
        <JobHost>
          <DropletDeedsProvider>{children}</DropletDeedsProvider>
        </JobHost>
      </TooltipProvider>
    </PageContext>,
  );
  await settle();
  const end = () => {
    cleanup();
    stop();
  };
  atEnd(end);
  return { page, settle, end, copied: bridge.copied };
}

/** Opens the panel of the thing with that name, else of the first one. `null` if the family has none. */
export async function openPanel(world: World, familyId: string, text = '') {
  const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
  const { calls } = world.buoy;
  await calls.loadResources({ familyId, connectionId, isForced: true });
  const read = await calls.readResources({ familyId, connectionId });
  const family = designedFamily(familyId);
  if (!read.ok || family === undefined) throw new Error(`${familyId} cannot be opened`);
  const lines = linesOf(
    family,
    read.value.items.map((item) => ({ connectionId, item })),
  );
  const line = text === '' ? lines[0] : lines.find(({ name }) => name === text);
  if (line === undefined) return null;
  return { ...(await drawLine(world, family, line)), line };
}

async function drawLine(world: World, family: Family, line: ItemLine, rows: { droplets?: DropletRow[] } = {}) {
  const place = { familyId: family.id, parent: {}, connectionId: line.connectionId, itemId: line.placeId };
  const before = world.demo.requests().length;
  const index = await loadIndex();
  const drawn = await drawOnDemo(
    world,
    <ResourcePanel family={family} place={place} line={line} isRead index={index} onClose={() => {}} />,
    rows,
  );
  const asked = () =>
    world.demo
      .requests()
      .slice(before)
      .map(({ operation }) => operation ?? '');
  return { ...drawn, asked };
}

/** The panel of a thing as it stands, whatever the account has of it, with droplets that the view has beside its own. */
export async function drawThing(world: World, familyId: string, item: Item, rows: { droplets?: DropletRow[] } = {}) {
  const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
  const family = designedFamily(familyId);
  const [line] = family ? linesOf(family, [{ connectionId, item }]) : [];
  if (family === undefined || line === undefined) throw new Error(`${familyId} cannot be drawn`);
  return drawLine(world, family, line, rows);
}

/** The panel of a droplet, with what the view says otherwise of it. */
export async function openDroplet(world: World, name: string, change: Partial<DropletRow> = {}) {
  const droplet = { ...(await world.droplet(name)), ...change };
  const before = world.demo.requests().length;
  const rows = { droplets: [droplet] };
  const drawn = await drawOnDemo(world, <DropletPanel dropletKey={droplet.key} onClose={() => {}} onKey={() => false} />, rows);
  const asked = () =>
    world.demo
      .requests()
      .slice(before)
      .map(({ operation }) => operation ?? '')
      .filter((operation) => operation.startsWith('autoscalepools') || operation.startsWith('kubernetes'));
  return { ...drawn, asked };
}

/** Label and text of each first fact, in order. */
export const firstFacts = (): [label: string, said: string][] =>
  [...document.querySelectorAll('.first-facts > .fact')].map((fact) => [
    fact.querySelector('dt')?.firstChild?.textContent ?? '',
    [...(fact.querySelector('dd')?.querySelectorAll('.fact-line') ?? [])]
      .map((line) => [...line.children].map((piece) => piece.textContent).join(' '))
      .join(' / '),
  ]);

const listAfter = (head: string): string[] => {
  const title = [...document.querySelectorAll('.panel .section-head')].find((one) => one.textContent === head);
  return [...(title?.nextElementSibling?.querySelectorAll('li') ?? [])].map((line) =>
    [...line.children]
      .map((part) => part.textContent ?? '')
      .filter((part) => part !== '')
      .join(', '),
  );
};
export const insideLines = (): string[] => listAfter('Inside');
export const relatedLines = (): string[] => listAfter('Related');

/** What stands above the facts, because a person should know it before all else. */
export const strips = (): string[] =>
  [...document.querySelectorAll('.panel .note')].map((note) => note.textContent?.trim() ?? '');

/** Opens what is folded under that title, and waits for what that reads. */
export async function unfold(title: RegExp, settle: () => Promise<void>): Promise<HTMLElement> {
  const details = screen.getByText(title, { selector: 'summary' }).closest('details') as HTMLDetailsElement;
  await act(async () => {
    details.open = true;
    fireEvent(details, new Event('toggle'));
  });
  await settle();
  return details;
}
