import { labelOf } from '../view/connection-rows.ts';
import { dropletKey } from '../view/droplet-rows.ts';
import { noticeWords } from '../words/notices.ts';
import { changedConnections } from './changed.ts';
import type { NoticeRule } from './draft.ts';

/** A droplet went off though nobody turned it off. */
export const dropletDown: NoticeRule = (previous, next) =>
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
        route: `#/droplets/${key}`,
        atMs: sinceMs,
      };
    }),
  );
