import { act, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TooltipProvider } from '../../../../../renderer/components/controls/tooltip.tsx';
import { createPage, PageContext } from '../../../../../renderer/page/page.ts';
import { OperationsScreen } from '../../../../../renderer/screens/operations/operations-screen.tsx';
import { inventedView } from '../../../../doubles/invented/invented-view.ts';
import { atEnd } from '../../../../doubles/page/at-end.ts';
import { createOperationsBridge } from '../../../../doubles/page/operations-bridge.ts';

configure({ asyncUtilTimeout: 10_000 });

/** The Operations view at an address, over the committed catalogue and a bridge that answers as the test says. */
export async function drawOperations(hash: string) {
  window.location.hash = hash;
  const bridge = createOperationsBridge(inventedView());
  const page = createPage(bridge, window);
  atEnd(page.start());
  await act(async () => {});
  render(
    <PageContext value={page}>
      <TooltipProvider>
        <OperationsScreen />
      </TooltipProvider>
    </PageContext>,
  );
  await screen.findByRole('grid', { name: /operations$/ });
  return { page, bridge, user: userEvent.setup() };
}

/** The same with an operation open, once its form is drawn. */
export async function drawOperation(id: string, body?: unknown) {
  const values = body === undefined ? '' : `?body=${encodeURIComponent(JSON.stringify(body))}`;
  const drawn = await drawOperations(`#/operations/${id}${values}`);
  await screen.findByRole('form');
  const sentBody = () => drawn.bridge.sent.at(-1)?.body;
  const send = async () => {
    await drawn.user.click(screen.getByRole('button', { name: /^Send(?! anyway)/ }));
  };
  const sendAnyway = () => drawn.user.click(screen.getByRole('button', { name: 'Send anyway' }));
  return { ...drawn, sentBody, send, sendAnyway };
}
