import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../../../preload/contract/settings.ts';
import { NetworkSection } from '../../../../../renderer/screens/settings/network-section.tsx';
import { settingsWords } from '../../../../../renderer/words/settings.ts';
import { inventedView } from '../../../../doubles/invented/invented-view.ts';
import { drawPage } from '../../draw-page.tsx';

async function draw(proxy: Settings['proxy']) {
  const view = inventedView();
  const singles = { ...view.singles, settings: { ...view.singles.settings, proxy } };
  const { bridge } = await drawPage(<NetworkSection />, { view: { ...view, singles } });
  return () => bridge.calls.filter(({ name }) => name === 'runCommand').at(-1)?.args;
}
const patched = (proxy: Partial<Settings['proxy']>) => ({ command: { kind: 'update-settings', patch: { proxy } } });

describe('the proxy in the settings', () => {
  it('is the one of the system, none, or an own one', async () => {
    const last = await draw({ mode: 'system', url: '' });
    expect(screen.queryByLabelText(settingsWords.proxyUrl)).toBeNull();
    await userEvent.click(screen.getByText(settingsWords.proxyModes.none));
    expect(last()).toMatchObject(patched({ mode: 'none' }));
  });

  it('is saved as an address', async () => {
    const last = await draw({ mode: 'own', url: '' });
    await userEvent.type(screen.getByLabelText(settingsWords.proxyUrl), 'proxy.example.com:3128{Enter}');
    expect(last()).toMatchObject(patched({ url: 'proxy.example.com:3128' }));
  });

  it.each([
    ['ftp://proxy', settingsWords.proxyWrong],
    ['http://me:secret@proxy:3128', settingsWords.proxyPassword],
  ])('is not saved as %s, and says why', async (text, words) => {
    const last = await draw({ mode: 'own', url: '' });
    await userEvent.type(screen.getByLabelText(settingsWords.proxyUrl), `${text}{Enter}`);
    expect(screen.getByText(words)).toBeTruthy();
    expect(last()).toBeUndefined();
  });
});
