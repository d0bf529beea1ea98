import { describe, expect, it } from 'vitest';
import { initialState, type State } from '../../../../main/core/state/state.ts';
import { createViewOf } from '../../../../main/core/view/view.ts';
import { fold, loadedState, startMs } from '../../../doubles/core/states.ts';
import { allNodes } from '../../../doubles/core/tray-text.ts';
import { desktopCapabilities } from '../../../doubles/invented/capabilities.ts';

const trayOf = (state: State) =>
  createViewOf({ version: '0.1.0', platform: 'linux', desktop: 'other', capabilities: desktopCapabilities })(state, startMs)
    .singles.tray;

describe('the remedies of the tray', () => {
  it.each<[string, State, string[]]>([
    ['without a connection', { ...initialState, isLoaded: true }, ['Add a token…', 'Open the demo account']],
    ['while paused', fold(loadedState(), { type: 'pause-changed', pause: { untilMs: null } }), ['Resume now']],
    ['while all is well', loadedState(), []],
  ])('are there %s as data and in the menu', (_, state, labels) => {
    const { remedies, menu } = trayOf(state);
    expect(remedies.map(({ label }) => label)).toEqual(labels);
    expect(allNodes(menu)).toEqual(expect.arrayContaining(remedies));
  });
});
