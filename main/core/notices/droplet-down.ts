import { labelOf } from '../names/connection-label.ts';
import { dropletKey } from '../names/droplet-key.ts';
import { matters } from '../names/matters.ts';
import { routes } from '../names/routes.ts';
import { noticeWords } from '../words/notices.ts';
import { powerOnButton, snoozeButton } from './buttons.ts';
import { changedConnections } from './changed.ts';
import type { NoticeDefinition } from './definition.ts';

/** A droplet is off although nobody turned it off (`state/judge-power.ts` decides that). */
export const dropletDown: NoticeDefinition<'droplet-down'> = {
  kinds: { 'droplet-down': { icon: 'down', isUrgent: true } },
  rule: (previous, next) =>
    changedConnections(previous, next).flatMap(([before, connection]) =>
      [...connection.downs].flatMap(([id, sinceMs]) => {
        const droplet = connection.droplets.get(id);
        if (!droplet || before.downs.has(id)) return [];
        const key = dropletKey(connection.id, id);
        return {
          fact: `down/${key}/${sinceMs}`,
          kind: 'droplet-down' as const,
          name: droplet.name,
          title: noticeWords.downTitle(droplet.name),
          body: noticeWords.downBody(labelOf(connection), droplet.regionSlug),
          connectionId: connection.id,
          route: routes.droplet(key),
          about: { matter: matters.down(key), isOver: false },
          // A click shows the droplet, so no button needs to.
          buttons: [powerOnButton(key), snoozeButton(matters.down(key))] as const,
          atMs: sinceMs,
        };
      }),
    ),
};
