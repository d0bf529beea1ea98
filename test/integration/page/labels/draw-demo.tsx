import { act } from '@testing-library/react';
import { createRoot } from 'react-dom/client';
import { TooltipProvider } from '../../../../renderer/components/controls/tooltip.tsx';
import { DropletDeedsProvider } from '../../../../renderer/droplet-actions/asking.tsx';
import { useRoute } from '../../../../renderer/hooks/use-route.ts';
import { JobHost } from '../../../../renderer/jobs/job-host.tsx';
import { createPage, PageContext } from '../../../../renderer/page/page.ts';
import { DropletsScreen } from '../../../../renderer/screens/droplets/droplets-screen.tsx';
import { ResourcesScreen } from '../../../../renderer/screens/resources/resources-screen.tsx';
import { coreCallNames } from '../../../doubles/core/core-call-names.ts';
import type { World } from '../../../doubles/core/core-on-demo.ts';
import { createFakeBridge } from '../../../doubles/page/fake-bridge.ts';

/** A place of the Resources or the Droplets view over a whole core and its demo account, drawn in the page without a browser. */
export interface Drawn {
  /** Goes to an address and waits until the page asks for nothing more. */
  go(hash: string): Promise<void>;
  end(): void;
}

const Screen = () => (useRoute().view === 'droplets' ? <DropletsScreen /> : <ResourcesScreen />);

export async function drawDemo(world: World): Promise<Drawn> {
  const asked = new Set<Promise<unknown>>();
  const { buoy } = world;
  const opened = await buoy.calls.openView({});
  if (!opened.ok) throw new Error(opened.failure.message);
  const watched = (name: (typeof coreCallNames)[number]) => (args: never) => {
    const answered: Promise<unknown> = buoy.calls[name](args);
    asked.add(answered);
    void answered.finally(() => asked.delete(answered));
    return answered;
  };
  const calls = Object.fromEntries(coreCallNames.map((name) => [name, watched(name)]));
  const page = createPage({ ...createFakeBridge(opened.value), ...calls, on: buoy.on } as never, window);
  const stop = page.start();
  const settle = async () => {
    for (let quiet = 0; quiet < 3; quiet = asked.size === 0 ? quiet + 1 : 0) {
      await act(async () => {
        await world.pass(100);
        await Promise.all(asked);
      });
    }
  };
  await settle();
  // It stays over all tests of a file, while what `render` draws ends with the test.
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  act(() =>
    root.render(
      <PageContext value={page}>
        <TooltipProvider>
          <JobHost>
            <DropletDeedsProvider>
              <Screen />
            </DropletDeedsProvider>
          </JobHost>
        </TooltipProvider>
      </PageContext>,
    ),
  );
  return {
    async go(hash) {
      await act(async () => page.router.go(hash));
      await settle();
    },
    end() {
      act(() => root.unmount());
      stop();
    },
  };
}
