import type { CommandContext } from '../../../main/core/commands/context.ts';
import { runCommand } from '../../../main/core/commands/run-command.ts';
import type { Connections } from '../../../main/core/connections/connections.ts';
import type { FetchedKind } from '../../../main/core/fetched/all.ts';
import type { FollowRequest } from '../../../main/core/following/followers.ts';
import { createGuard } from '../../../main/core/guard.ts';
import type { DocumentName } from '../../../main/core/ports.ts';
import type { StateEvent } from '../../../main/core/state/events.ts';
import { reduce } from '../../../main/core/state/reduce.ts';
import type { Command, CommandResult, ConfirmationAnswer } from '../../../preload/contract/command.ts';
import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { aDroplet } from '../invented/facts.ts';
import { createFakeApi, Failing, type Reply } from './fake-api.ts';
import { createMemoryPorts } from './memory-ports.ts';
import { connectionIn, fetched, fold, loadedState, startMs } from './states.ts';

/** An action as the API writes it. */
export const wireAction = (id: number, type: string, dropletId: number) => ({
  id,
  status: 'in-progress',
  type,
  started_at: new Date(startMs).toISOString(),
  completed_at: null,
  resource_id: dropletId,
  resource_type: 'droplet',
  region: null,
  region_slug: 'fra1',
});
/** A reply that fails. */
export const failing = (failure: Failure) => () => new Failing(failure);
/** A change whose answer was lost. */
export const unknown: Failure = { kind: 'outcome-unknown', message: 'The answer got lost.' };

/** Commands over a fake API and a team of three droplets, web-01 to web-03. */
export function createCommandContext(replies: Record<string, Reply> = {}) {
  const ports = createMemoryPorts({
    openTransport: () => {
      throw new Error('Nothing is sent in this test');
    },
  });
  let next = 9000;
  const api = createFakeApi({
    dropletActions_post: ({ args }) => {
      next += 1;
      return { action: wireAction(next, (args.body as { type: string }).type, Number(args.path?.droplet_id)) };
    },
    ...replies,
  });
  let state = fold(
    loadedState(),
    fetched(
      'droplets',
      [1, 2, 3].map((id) => aDroplet({ id, name: `web-0${id}` })),
    ),
  );
  const followed: FollowRequest[] = [];
  let writes: Outcome<null> = success(null);
  const written: DocumentName[] = [];
  const polled: FetchedKind[] = [];
  const pollNow = async (what: FetchedKind) => void polled.push(what);
  const context: CommandContext = {
    clock: ports.clock,
    random: () => 0.5,
    log: ports.log,
    vault: ports.vault,
    state: () => state,
    dispatch: (event: StateEvent) => {
      state = reduce(state, event);
    },
    settings: () => state.settings,
    api: () => success(api),
    connectionName: () => 'Harbour Works',
    fetchFile() {
      throw new Error('No file is fetched in this test');
    },
    sendFile() {
      throw new Error('No file is sent in this test');
    },
    guard: createGuard({ clock: ports.clock, random: () => 0.5 }),
    followers: {
      register: () => {},
      follow(request) {
        followed.push(request);
        return 'c1:follow-1';
      },
    },
    emit: () => {},
    connections: { live: () => [{ pollNow }], retryVault: () => Promise.resolve() } as unknown as Connections,
    refresh: () => Promise.resolve(),
    change: (name, event) => {
      state = reduce(state, event);
      written.push(name);
      return Promise.resolve(writes);
    },
  };
  const run = (command: Command, answer?: ConfirmationAnswer): Promise<Outcome<CommandResult>> =>
    runCommand(context, command, answer);
  async function confirmed(command: Command, fields: Partial<ConfirmationAnswer> = {}) {
    const asked = await run(command);
    if (!asked.ok || asked.value.status !== 'needs-confirmation') throw new Error('It did not ask');
    const { confirmation } = asked.value;
    return { confirmation, ended: await run(command, { id: confirmation.id, ...fields }) };
  }
  return {
    api,
    context,
    run,
    confirmed,
    followed,
    /** Kinds of data that a command read at once. */
    polled,
    clock: ports.clock,
    connection: () => connectionIn(state),
    settings: () => state.settings,
    state: () => state,
    /** Documents that commands wrote, in order. */
    written,
    failWrites: (failure: Failure) => {
      writes = failed(failure);
    },
    sent: () => api.seen.filter((call) => call.operationId !== 'dropletActions_list').map((call) => call.args),
  };
}
