import { act, render } from '@testing-library/react';
import { loadIndex } from '../../../../../main/core/digitalocean/catalogue/load.ts';
import { modelKeyOf } from '../../../../../main/core/names/key-places.ts';
import { createResources } from '../../../../../main/core/resources/resources.ts';
import { success } from '../../../../../preload/contract/failure.ts';
import { TooltipProvider } from '../../../../../renderer/components/controls/tooltip.tsx';
import { JobHost } from '../../../../../renderer/jobs/job-host.tsx';
import { createPage, PageContext } from '../../../../../renderer/page/page.ts';
import { ResourcesScreen } from '../../../../../renderer/screens/resources/resources-screen.tsx';
import { createCoreServices } from '../../../../doubles/core/core-services.ts';
import { connection, inventedView } from '../../../../doubles/invented/invented-view.ts';
import { atEnd } from '../../../../doubles/page/at-end.ts';
import { createFakeBridge } from '../../../../doubles/page/fake-bridge.ts';
import { openClient } from '../../../core/digitalocean/open-client.ts';

/**
 * The Resources view at an address, over the core's own reader and client. `answer` gets the path of each request, without its
 * query, and returns the body; undefined: there is nothing (404).
 */
export async function drawResources(hash: string, answer: (path: string) => unknown, view = inventedView()) {
  window.location.hash = hash;
  const own = {
    ...view,
    tables: { ...view.tables, connections: [connection({ id: 'c1', teamName: 'Harbour Works', monogram: 'HW' })] },
  };
  const bridge = createFakeBridge(own);
  const core = createCoreServices();
  // Two lists are on a server with a key of its own.
  void core.services.credentials.keep(modelKeyOf('Harbour Works'), 'invented-key', false);
  const client = openClient((request) => {
    const json = answer(new URL(request.url).pathname.replace(/^\/base/, ''));
    return json === undefined ? { status: 404, json: { id: 'not_found', message: 'Nothing here.' } } : { json };
  });
  const resources = createResources({
    ...core.services,
    api: () => success(client.api),
    dispatch(event) {
      core.services.dispatch(event);
      if (event.type === 'resource-changed') bridge.patch({ tables: { resources: { set: [event.resource], remove: [] } } });
    },
  });
  const asked = new Set<Promise<unknown>>();
  const watched =
    <Args, Result>(call: (args: Args) => Promise<Result>) =>
    (args: Args): Promise<Result> => {
      const answered = call(args);
      asked.add(answered);
      void answered.finally(() => asked.delete(answered));
      return answered;
    };
  /** Waits for what the page asked for, and for what it asks next because of that. */
  const settle = async () => {
    for (let quiet = 0; quiet < 3; quiet = asked.size === 0 ? quiet + 1 : 0) {
      await act(async () => {
        await Promise.all(asked);
        await new Promise((done) => setTimeout(done, 0));
      });
    }
  };
  const page = createPage(
    {
      ...bridge,
      loadResources: watched(resources.calls.loadResources),
      readResources: watched(resources.calls.readResources),
      readCatalogueIndex: watched(async () => success(await loadIndex())),
    },
    window,
  );
  atEnd(page.start());
  await act(async () => {});
  render(
    <PageContext value={page}>
      <TooltipProvider>
        <JobHost>
          <ResourcesScreen />
        </JobHost>
      </TooltipProvider>
    </PageContext>,
  );
  await settle();
  return { page, settle };
}
