import type { Confirmation } from '../../../preload/contract/command.ts';

/** What the core asks before a power cycle. Every field can be replaced. */
export const aConfirmation = (fields: Partial<Confirmation> = {}): Confirmation => ({
  id: 'q1',
  level: 'disruptive',
  title: 'Power cycle web-02?',
  lines: [],
  goes: [],
  stays: [],
  typeToConfirm: null,
  confirmLabel: 'Power cycle',
  canBeRemembered: true,
  ...fields,
});
