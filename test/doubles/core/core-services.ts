import { createCredentials } from '../../../main/core/credentials.ts';
import type { FollowRequest } from '../../../main/core/following/followers.ts';
import { createGuard } from '../../../main/core/guard.ts';
import type { CoreServices } from '../../../main/core/services.ts';
import type { StateEvent } from '../../../main/core/state/events.ts';
import { reduce } from '../../../main/core/state/reduce.ts';
import { type Failure, failed, success } from '../../../preload/contract/failure.ts';
import type { EventPayload } from '../../../preload/contract/schema.ts';
import { createFakeApi, type Reply } from './fake-api.ts';
import { createMemoryPorts } from './memory-ports.ts';
import { loadedState } from './states.ts';

/**
 * What the parts of the core share, over a fake API and one loaded connection `c1`, and a record of everything that a part
 * does.
 */
export function createCoreServices(replies: Record<string, Reply> = {}) {
  const ports = createMemoryPorts({
    openTransport: () => {
      throw new Error('Nothing is sent in this test');
    },
  });
  const api = createFakeApi(replies);
  const events: StateEvent[] = [];
  const followed: FollowRequest[] = [];
  const chunks: EventPayload<'streamChunk'>[] = [];
  let state = loadedState();
  let apiFailure: Failure | null = null;
  let drawn = 0;
  const dispatch = (event: StateEvent): void => {
    events.push(event);
    state = reduce(state, event);
  };
  const random = (): number => {
    drawn += 1;
    return (drawn % 1000) / 1000;
  };
  const services: CoreServices = {
    clock: ports.clock,
    log: ports.log,
    vault: ports.vault,
    random,
    dispatch,
    state: () => state,
    settings: () => state.settings,
    api: () => (apiFailure ? failed(apiFailure) : success(api)),
    connectionName: () => 'Harbour Works',
    guard: createGuard({ clock: ports.clock, random }),
    followers: {
      register: () => {},
      follow(request) {
        followed.push(request);
        return `${request.connectionId}:follow-${followed.length}`;
      },
    },
    credentials: createCredentials(ports.vault),
    running: new Map(),
    fetchFile() {
      throw new Error('No file is fetched in this test');
    },
    sendFile() {
      throw new Error('No file is sent in this test');
    },
    emit(event, payload) {
      if (event === 'streamChunk') chunks.push(payload as EventPayload<'streamChunk'>);
    },
  };
  return {
    services,
    api,
    events,
    followed,
    chunks,
    dispatch,
    clock: ports.clock,
    secrets: ports.secrets,
    state: () => state,
    /** While this is set, no connection has an API. */
    failApi(failure: Failure | null) {
      apiFailure = failure;
    },
  };
}
