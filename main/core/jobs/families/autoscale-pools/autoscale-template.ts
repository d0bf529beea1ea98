import type { JobValues } from '../../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { money } from '../../../words/numbers.ts';
import { choice, choices, option, several, text } from '../../fields.ts';
import type { Job, Thing } from '../../job.ts';
import { baseOf, editStep, openEdit, type Update } from '../../parts/edits.ts';
import { priceOf, sizeChoices } from '../../parts/sizes.ts';
import { listAt, objectAt, regionOf, textAt } from '../../thing.ts';
import { imageId, imageWords, reference } from '../droplets/images.ts';
import { wordsIn } from '../network/addresses.ts';

const updateOf = (thing: Thing): Update => ({ operationId: 'autoscalepools_update', path: { autoscale_pool_id: thing.id } });
const templateIn = (base: JsonObject): JsonObject => objectAt(base, 'droplet_template');

/** What is there is offered too, although the lists may not have it any more. */
const withNow = (offered: ReturnType<typeof option>[], now: string) =>
  now === '' || offered.some(({ value }) => value === now) ? offered : [option(now, now), ...offered];

function changed(base: JsonObject, { size, image, keys, tags }: JobValues): JsonObject {
  const template = templateIn(base);
  const same = String(template.image) === String(image);
  return {
    ...base,
    droplet_template: {
      ...template,
      size: String(size),
      image: same ? (template.image ?? null) : reference(String(image)),
      ssh_keys: several(keys),
      tags: wordsIn(tags),
    },
  };
}

/** What new droplets of the pool are like. */
export const changeTemplate: Job = {
  name: 'template',
  label: 'Change template…',
  level: 'disruptive',
  keywords: 'size image keys tags droplets resize',
  submitLabel: 'Change template',
  async open({ thing, ask }) {
    const [sizes, systems, own, keys] = await Promise.all([
      ask.list('sizes_list'),
      ask.list('images_list', {}, { type: 'distribution' }),
      ask.list('images_list', {}, { private: 'true' }),
      ask.list('sshKeys_list'),
    ]);
    if (!sizes.ok) return sizes;
    if (!keys.ok) return keys;
    return openEdit(ask, updateOf(thing), (base) => {
      const template = templateIn(base);
      const region = regionOf(template);
      const isThere = (row: JsonObject) => listAt(row, 'regions').includes(region);
      const fitting = sizes.value.filter((size) => size.available === true && isThere(size));
      const images = [...(systems.ok ? systems.value : []), ...(own.ok ? own.value : [])].filter(isThere);
      const sizeNow = textAt(template, 'size');
      const imageNow = textAt(template, 'image');
      const keysNow = listAt(template, 'ssh_keys').map(String);
      const known = keys.value.map((key) => option(textAt(key, 'fingerprint'), textAt(key, 'name')));
      const byId = keys.value.map((key) => option(textAt(key, 'id'), textAt(key, 'name')));
      const isById = keysNow.length > 0 && keysNow.every((key) => byId.some(({ value }) => value === key));
      return {
        lines: ['New droplets are like this. Those that run may be replaced.'],
        fields: [
          choice({
            name: 'size',
            label: 'Size',
            choices: withNow(sizeChoices(fitting), sizeNow),
            value: sizeNow || null,
          }),
          choice({
            name: 'image',
            label: 'Image',
            choices: withNow(
              images.map((image) => option(imageId(image), imageWords(image))),
              imageNow,
            ),
            value: imageNow || null,
          }),
          choices({
            name: 'keys',
            label: 'SSH keys',
            choices: [
              ...(isById ? byId : known),
              ...keysNow
                .filter((key) => !(isById ? byId : known).some(({ value }) => value === key))
                .map((key) => option(key, key)),
            ],
            value: keysNow,
            isRequired: true,
          }),
          text({
            name: 'tags',
            label: 'Tags',
            value: listAt(template, 'tags').join(' '),
            isRequired: false,
            hint: 'With spaces between them.',
          }),
        ],
        data: { prices: Object.fromEntries(fitting.map((size) => [textAt(size, 'slug'), priceOf(size)])) },
      };
    });
  },
  weigh({ size }, opened) {
    const prices = objectAt(opened.data ?? {}, 'prices');
    const before = textAt(templateIn(baseOf(opened)), 'size');
    const [now, then] = [prices[before], prices[String(size)]];
    const isTold = before !== size && typeof now === 'number' && typeof then === 'number';
    return isTold ? { lines: [`${money(now)} → ${money(then)} a month for each droplet.`] } : {};
  },
  plan: (values, { thing }, opened) => ({
    steps: [editStep('Change template', updateOf(thing), opened, (base) => changed(base, values))],
    done: () => `New droplets of ${thing.name} are made by its new template.`,
  }),
};
