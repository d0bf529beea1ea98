import { describe, expect, it } from 'vitest';
import type { Confirmation } from '../../../../preload/contract/command.ts';
import { makeMachine } from '../machine.ts';

const confirmation: Confirmation = {
  id: 'q1',
  level: 'destructive',
  title: 'Power cycle web-02?',
  lines: ['In Acme.', 'It is cut off and started again at once.'],
  goes: ['web-02'],
  stays: [
    { text: 'Volume data-1', priceMonthlyUsd: '10' },
    { text: 'Reserved IP 203.0.113.9', priceMonthlyUsd: null },
  ],
  typeToConfirm: null,
  confirmLabel: 'Power cycle',
  canBeRemembered: true,
};

async function ask(part: Partial<Confirmation> = {}) {
  const machine = await makeMachine();
  const { askToConfirm } = await import('../../../../main/electron/windows/dialogs.ts');
  const answer = askToConfirm(null, { ...confirmation, ...part });
  return { ...machine, answer };
}

describe('a question before something harmful', () => {
  it('names the thing and its effect, and starts on Cancel', async () => {
    const { controls } = await ask();
    const [shown] = controls.dialogs();
    expect(shown?.options).toMatchObject({
      message: 'Power cycle web-02?',
      buttons: ['Power cycle', 'Cancel'],
      defaultId: 1,
      cancelId: 1,
      checkboxLabel: 'Do not ask again',
    });
    expect(shown?.options.detail?.split('\n')).toEqual([
      'In Acme.',
      'It is cut off and started again at once.',
      'Deleted for good:',
      'web-02',
      'Stays behind:',
      'Volume data-1, $10.00 a month',
      'Reserved IP 203.0.113.9',
    ]);
  });

  it('answers with the question when the verb is chosen', async () => {
    const { controls, answer } = await ask();
    controls.answerDialog({ button: 'Power cycle', isTicked: true });
    expect(await answer).toEqual({ id: 'q1', isRemembered: true });
  });

  it.each([
    ['Esc', {}],
    ['Cancel', { button: 'Cancel' }],
  ])('gives no answer on %s', async (_how, given) => {
    const { controls, answer } = await ask();
    controls.answerDialog(given);
    expect(await answer).toBeNull();
  });

  it('offers no checkbox if the question must always be asked', async () => {
    const { controls, answer } = await ask({ canBeRemembered: false });
    expect(controls.dialogs()[0]?.options).not.toHaveProperty('checkboxLabel');
    controls.answerDialog({ button: 'Power cycle' });
    expect(await answer).toEqual({ id: 'q1' });
  });
});

describe('a failure dialog', () => {
  it('shows the failure with its next step', async () => {
    const { controls } = await makeMachine();
    const { showFailure } = await import('../../../../main/electron/windows/dialogs.ts');
    const shown = showFailure({ kind: 'network', message: 'No network.', nextStep: 'Try again later.' });
    expect(controls.dialogs()[0]?.options).toMatchObject({ type: 'error', message: 'No network.', detail: 'Try again later.' });
    controls.answerDialog({});
    await shown;
    expect(controls.dialogs()).toEqual([]);
  });
});
