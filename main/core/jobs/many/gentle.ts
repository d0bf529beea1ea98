import type { Api } from '../../digitalocean/api.ts';
import type { Cancel, Clock } from '../../ports.ts';
import type { Resources } from '../../resources/resources.ts';

/** The API as a run over many things uses it: what a person does meanwhile goes first. */
export const gentle = (api: Api): Api => ({
  ...api,
  call: (operationId, args, options) => api.call(operationId, args, { ...options, lane: 'many' }),
  listAll: (operationId, args, options) => api.listAll(operationId, args, { ...options, lane: 'many' }),
});

/** Milliseconds between two reads of a list that a run changes all the time. */
const readEveryMs = 5000;

/** Of `/v2/volumes/x/actions` the part that names the family: many things of one family are one change of its list. */
const rootOf = (path: string): string => path.split('/').slice(0, 3).join('/');

/** Lists are read again now and then while a run changes them, and once at its end. */
export function gatherChanges(resources: Resources, clock: Clock): { resources: Resources; flush(): void } {
  const changed = new Map<string, { connectionId: string; path: string }>();
  let cancel: Cancel | null = null;

  function flush(): void {
    cancel?.();
    cancel = null;
    const all = [...changed.values()];
    changed.clear();
    for (const { connectionId, path } of all) resources.invalidate(connectionId, path);
  }

  return {
    resources: {
      ...resources,
      invalidate(connectionId, changedPath) {
        const path = rootOf(changedPath);
        changed.set(`${connectionId} ${path}`, { connectionId, path });
        cancel ??= clock.after(readEveryMs, flush);
      },
    },
    flush,
  };
}
