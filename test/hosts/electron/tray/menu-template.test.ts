import { describe, expect, it } from 'vitest';
import { menuLabel, menuTemplate } from '../../../../main/electron/tray/menu-template.ts';
import type { MenuDeed, MenuNode } from '../../../../preload/contract/view.ts';

const node = (part: Partial<MenuNode>): MenuNode => ({
  id: 'x',
  type: 'item',
  label: 'web-01',
  detail: null,
  isEnabled: true,
  deed: { kind: 'quit' },
  children: [],
  ...part,
});

describe('the native menu', () => {
  it('puts the detail after the label', () => {
    expect(menuLabel({ label: 'web-01', detail: 'Active' })).toBe('web-01   Active');
  });

  it.each([
    ['doubles ampersands, which would mark a mnemonic', 'R&D', 'R&&D'],
    ['turns line breaks into spaces', 'web\r\n01', 'web 01'],
  ])('%s', (_rule, label, expected) => {
    expect(menuLabel({ label, detail: null })).toBe(expected);
  });

  it('says the state and its age as one sentence in its first line', () => {
    const line = node({ id: 'head', type: 'heading', label: 'Offline', detail: 'read 14 min ago', deed: null });
    expect(menuTemplate([line], () => {})).toEqual([{ id: 'head', label: 'Offline · read 14 min ago', enabled: false }]);
  });

  it('shortens a long name in the middle, because its end distinguishes it', () => {
    const cut = menuLabel({ label: `${'a'.repeat(100)}-eu-2`, detail: null });
    expect(cut.length).toBeLessThanOrEqual(80);
    expect(cut).toMatch(/^a+….*-eu-2$/);
  });

  it('builds lines, headings, separators and submenus', () => {
    const deeds: MenuDeed[] = [];
    const template = menuTemplate(
      [
        node({ id: 'head', type: 'heading', label: 'Acme', deed: null }),
        node({ id: 'line', type: 'separator' }),
        node({ id: 'droplet', deed: null, children: [node({ id: 'reboot', label: 'Reboot' })] }),
        node({ id: 'off', isEnabled: false }),
        node({ id: 'note', label: 'As of 14:00', deed: null }),
      ],
      (deed) => deeds.push(deed),
    );
    expect(template).toMatchObject([
      { id: 'head', enabled: false },
      { type: 'separator' },
      { id: 'droplet', enabled: true, submenu: [{ id: 'reboot', label: 'Reboot', enabled: true }] },
      { id: 'off', enabled: false },
      { id: 'note', enabled: false },
    ]);
    expect(template[2]).not.toHaveProperty('click');
    expect(template[4]).not.toHaveProperty('click');
  });

  it("puts the host's own lines before Quit", () => {
    const template = menuTemplate([node({ id: 'open', deed: { kind: 'route', route: '#/' } }), node({ id: 'quit' })], () => {}, [
      { label: 'Check for updates…' },
    ]);
    expect(template.map((item) => item.id ?? item.label)).toEqual(['open', 'Check for updates…', 'quit']);
  });
});
