import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Cost } from '../../../../../preload/contract/cost.ts';
import { dropletColumns } from '../../../../../renderer/screens/droplets/droplet-columns.tsx';
import { inventedView } from '../../../../doubles/invented/invented-view.ts';
import { drawPage } from '../../draw-page.tsx';

const [droplet] = inventedView().tables.droplets;
const column = dropletColumns.find(({ key }) => key === 'so-far');
if (!droplet || !column) throw new Error('There are a droplet and its column');
const draw = (soFar: Extract<Cost, { kind: 'price' }>['soFar']) =>
  drawPage(column.cell(droplet), {
    onBridge(bridge) {
      bridge.tellCosts = async ({ things }) => ({
        ok: true,
        value: things.map(() => ({ kind: 'not-told', period: null, ...(soFar ? { soFar } : {}) })),
      });
    },
  });

describe('what a droplet of the list has cost so far', () => {
  it('is the amount of the preview where that names it, without "about"', async () => {
    await draw({ usd: '17.35', isAbout: false });
    expect((await screen.findByText('$17.35')).title).toBe('By the preview of this month’s invoice');
    expect(document.body.textContent).not.toContain('about');
  });

  it('is about what price and age make where it does not', async () => {
    await draw(undefined);
    expect(screen.getByText(/^about \$\d+\.\d\d$/).title).toContain('By its price and its age');
  });
});
