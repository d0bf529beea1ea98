import { bodyOf, type Call, created, noContent, ok, type Reply } from '../../wire/call.ts';
import { notFound, unprocessable } from '../../wire/problem.ts';
import { listOf, type Row, textOf } from '../../world/table.ts';
import type { Family } from '../family.ts';
import { getActionOf, listActionsOf, startAction } from './actions.ts';

const path = '/v2/images';

/** Finds an image by its id or, for public images, its slug. */
function imageIn({ team, path: values }: Call): Row {
  const table = team.table(path);
  const image = table.find(values.image_id) ?? table.list().find(({ slug }) => slug !== null && slug === values.image_id);
  if (!image) throw notFound();
  return image;
}

function ownImage(call: Call): Row {
  const image = imageIn(call);
  if (image.public === true) throw unprocessable('This image is not one of your own.');
  return image;
}

function remove(call: Call): Reply {
  const image = ownImage(call);
  call.team.table(path).remove(image.id);
  call.team.table('/v2/snapshots').remove(image.id);
  return noContent();
}

function update(call: Call): Reply {
  const { name, description, distribution } = bodyOf(call);
  const patch = Object.fromEntries(
    Object.entries({ name, description, distribution }).filter(([, value]) => value !== undefined),
  );
  return ok({ image: call.team.table(path).change(ownImage(call).id, patch) });
}

/** A transfer copies the image to a region; a convert makes a snapshot of a backup. */
function act(call: Call): Reply {
  const body = bodyOf(call);
  const image = ownImage(call);
  const type = textOf(body, 'type');
  const region = textOf(body, 'region');
  const table = call.team.table(path);
  const action = startAction(call.world, call.team, {
    type,
    resourceId: Number(image.id),
    resourceType: 'image',
    region: region || String(listOf(image, 'regions')[0] ?? 'fra1'),
    target: `image:${image.id}`,
    finish: (outcome) => {
      const regions = listOf(table.find(image.id), 'regions');
      if (outcome !== 'completed') return;
      table.change(image.id, type === 'transfer' ? { regions: [...new Set([...regions, region])] } : { type: 'snapshot' });
    },
  });
  return created(action);
}

export const images: Family = {
  handlers: {
    images_get: (call) => ok({ image: imageIn(call) }),
    images_update: update,
    images_delete: remove,
    imageActions_post: act,
    imageActions_list: (call) => listActionsOf(call, `image:${imageIn(call).id}`),
    imageActions_get: (call) => {
      const reply = getActionOf(call, `image:${imageIn(call).id}`);
      return ok((reply.json as Row).action);
    },
  },
};
