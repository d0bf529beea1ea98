import { act, configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { FullView } from '../../../preload/contract/view.ts';
import { TooltipProvider } from '../../../renderer/components/controls/tooltip.tsx';
import { DropletDeedsProvider } from '../../../renderer/droplet-actions/asking.tsx';
import { JobHost } from '../../../renderer/jobs/job-host.tsx';
import { createPage, type Page, PageContext } from '../../../renderer/page/page.ts';
import { inventedView } from '../../doubles/invented/invented-view.ts';
import { atEnd } from '../../doubles/page/at-end.ts';
import { createFakeBridge, type FakeBridge } from '../../doubles/page/fake-bridge.ts';

// Screens arrive by a lazy import, which may take a while on a busy machine.
configure({ asyncUtilTimeout: 4000 });

/** Draws something on a page over an invented view, once that view is open. `onBridge` sets its answers before anything is drawn. */
export const drawPage = async (
  children: ReactNode,
  options: { view?: FullView; hash?: string; onBridge?: (bridge: FakeBridge) => void } = {},
): Promise<{ page: Page; bridge: FakeBridge }> => {
  window.location.hash = options.hash ?? '';
  const bridge = createFakeBridge(options.view ?? inventedView());
  options.onBridge?.(bridge);
  const page = createPage(bridge, window);
  atEnd(page.start());
  await act(async () => {});
  render(
    <PageContext value={page}>
      <TooltipProvider>
        <JobHost>
          <DropletDeedsProvider>{children}</DropletDeedsProvider>
        </JobHost>
      </TooltipProvider>
    </PageContext>,
  );
  await act(async () => {});
  return { page, bridge };
};
