import { describe, expect, it } from 'vitest';
import type { Command, CommandResult } from '../../../../preload/contract/command.ts';
import type { Outcome } from '../../../../preload/contract/failure.ts';
import { Announcer } from '../../../../renderer/page/announcer.ts';
import { CommandRunner } from '../../../../renderer/page/command-runner.ts';
import { ToastStore } from '../../../../renderer/page/toasts.ts';
import { aConfirmation } from '../../../doubles/invented/questions.ts';

const powerCycle: Command = { kind: 'droplet-action', dropletKeys: ['c:1'], type: 'power_cycle' };
const asks = (id = 'q1'): Outcome<CommandResult> => ({
  ok: true,
  value: { status: 'needs-confirmation', confirmation: aConfirmation({ id }) },
});
const starts: Outcome<CommandResult> = {
  ok: true,
  value: { status: 'started', message: 'Power cycling web-02', actionKeys: ['c:9'], failures: [] },
};

const make = (answers: Outcome<CommandResult>[]) => {
  const sent: unknown[] = [];
  const started: string[] = [];
  const toasts = new ToastStore(
    () => () => {},
    () => 0,
  );
  const announcer = new Announcer();
  const runner = new CommandRunner({
    bridge: {
      runCommand: async (args) => {
        sent.push(args);
        const answer = answers.shift();
        if (!answer) throw new Error('asked too often');
        return answer;
      },
    },
    toasts,
    announcer,
    onStarted: ({ message }) => started.push(message),
  });
  return { runner, sent, started, toasts, announcer };
};
const turn = () => new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)));

describe('CommandRunner', () => {
  it('shows the core’s question and repeats the command with the answer', async () => {
    const { runner, sent, started } = make([asks(), starts]);
    const end = runner.run(powerCycle);
    await turn();
    expect(runner.question()?.confirmation.title).toBe('Power cycle web-02?');
    runner.question()?.answer({ id: 'q1', isRemembered: true });
    expect(await end).toEqual({ status: 'started', actionKeys: ['c:9'] });
    expect(sent).toEqual([{ command: powerCycle }, { command: powerCycle, confirmation: { id: 'q1', isRemembered: true } }]);
    expect(started).toEqual(['Power cycling web-02']);
    expect(runner.question()).toBeNull();
  });

  it('lets the caller ask in a place of its own', async () => {
    const { runner, sent } = make([asks(), starts]);
    const asked: string[] = [];
    const end = await runner.run(powerCycle, {
      ask: async ({ id, title }) => {
        asked.push(title);
        return { id };
      },
    });
    expect([end.status, asked, runner.question()]).toEqual(['started', ['Power cycle web-02?'], null]);
    expect(sent).toEqual([{ command: powerCycle }, { command: powerCycle, confirmation: { id: 'q1' } }]);
  });

  it('sends nothing more if the person cancels', async () => {
    const { runner, sent, toasts } = make([asks()]);
    const end = runner.run(powerCycle);
    await turn();
    runner.question()?.answer(null);
    expect(await end).toEqual({ status: 'cancelled' });
    expect(sent).toHaveLength(1);
    expect(toasts.list()).toEqual([]);
  });

  it('asks again if the core finds the answer stale', async () => {
    const { runner, sent } = make([asks('q1'), asks('q2'), starts]);
    const end = runner.run(powerCycle);
    await turn();
    runner.question()?.answer({ id: 'q1' });
    await turn();
    await turn();
    expect(runner.question()?.confirmation.id).toBe('q2');
    runner.question()?.answer({ id: 'q2' });
    expect((await end).status).toBe('started');
    expect(sent).toHaveLength(3);
  });

  it('shows and announces a failure with its next step', async () => {
    const failure = { kind: 'busy' as const, message: 'web-02 is rebooting', nextStep: 'Wait until it is done.' };
    const { runner, toasts, announcer } = make([{ ok: false, failure }]);
    expect(await runner.run(powerCycle)).toEqual({ status: 'failed', failure });
    expect(toasts.list()).toMatchObject([{ tone: 'failed', title: 'web-02 is rebooting', detail: 'Wait until it is done.' }]);
    expect(announcer.said().assertive).toBe('web-02 is rebooting');
  });

  it('warns instead of reporting a failure if the outcome of a command is unknown', async () => {
    const failure = { kind: 'outcome-unknown' as const, message: 'No answer to “Reboot web-03”' };
    const { runner, toasts, announcer } = make([{ ok: false, failure }]);
    await runner.run(powerCycle);
    expect(toasts.list()).toMatchObject([{ tone: 'warn' }]);
    expect(announcer.said()).toEqual({ polite: failure.message, assertive: '' });
  });

  it('leaves a failure to the form that shows it', async () => {
    const { runner, toasts } = make([{ ok: false, failure: { kind: 'unauthorized', message: 'No' } }]);
    await runner.run(powerCycle, { isFailureShown: true });
    expect(toasts.list()).toEqual([]);
  });

  it('treats a question that another one replaces as cancelled', async () => {
    const { runner } = make([asks('q1'), asks('q2')]);
    const first = runner.run(powerCycle);
    await turn();
    void runner.run(powerCycle);
    await turn();
    expect(await first).toEqual({ status: 'cancelled' });
    expect(runner.question()?.confirmation.id).toBe('q2');
  });
});
