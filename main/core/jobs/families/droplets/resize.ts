import { success } from '../../../../../preload/contract/failure.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import type { Droplet } from '../../../digitalocean/resources/droplets.ts';
import { money } from '../../../words/numbers.ts';
import { choice, chosen, option, tick } from '../../fields.ts';
import type { Job, Step } from '../../job.ts';
import { diskOf, graphicsOf, priceOf, sizeChoices } from '../../parts/sizes.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { act, dropletOf, isOn, offWhileKept, onDroplet, stopSteps } from './droplet.ts';
import { inGroup, question } from './power.ts';

/** A disk never shrinks, and a droplet keeps its kind of graphics processor. */
function fits(size: JsonObject, droplet: Droplet, graphics: string): boolean {
  return (
    size.available === true &&
    listAt(size, 'regions').includes(droplet.regionSlug) &&
    diskOf(size) >= (droplet.diskGb ?? 0) &&
    graphicsOf(size) === graphics &&
    textAt(size, 'slug') !== droplet.sizeSlug
  );
}

export const resize: Job = {
  name: 'resize',
  label: 'Resize…',
  level: 'disruptive',
  isMain: true,
  keywords: 'size bigger smaller memory cpu scale',
  off: offWhileKept,
  open: onDroplet(async (context, droplet) => {
    const sizes = await context.ask.list('sizes_list');
    if (!sizes.ok) return sizes;
    const graphics = graphicsOf(sizes.value.find((size) => textAt(size, 'slug') === droplet.sizeSlug));
    const fitting = sizes.value.filter((size) => fits(size, droplet, graphics));
    const choices = sizeChoices(fitting, droplet.priceMonthlyUsd);
    const kinds = [
      option('memory', 'CPU and memory only', 'it can go back'),
      option('disk', 'The disk too', 'for good: it can never be smaller again'),
    ];
    const whileOff = [
      tick({ name: 'again', label: 'Power on again', value: true }),
      tick({ name: 'cut', label: 'Cut the power if it does not stop within 2 minutes' }),
    ];
    return success({
      lines: isOn(context) ? [`${droplet.name} is off for about a minute.`] : [`${droplet.name} is off, and stays so.`],
      fields: [
        choice({ name: 'size', label: 'Size', choices }),
        choice({ name: 'what', label: 'Change', choices: kinds, value: 'memory' }),
        ...(isOn(context) ? whileOff : []),
      ],
      data: { prices: Object.fromEntries(fitting.map((size) => [textAt(size, 'slug'), priceOf(size)])) },
    });
  }),
  weigh({ size }, { data = {} }, context) {
    const price = objectAt(data, 'prices')[String(size)];
    const before = dropletOf(context)?.priceMonthlyUsd ?? null;
    return typeof price === 'string' && before !== null ? { lines: [`${money(before)} → ${money(price)} a month.`] } : {};
  },
  plan({ size, what, again, cut }, context, { fields, data }) {
    const { thing } = context;
    const price = objectAt(data ?? {}, 'prices')[String(size)];
    const to = `${chosen(fields, 'size', size)}, ${money(String(price))} a month`;
    const change: Step = {
      ...act(thing, 'Resize', { type: 'resize', size: String(size), disk: what === 'disk' }),
      value: chosen(fields, 'size', size),
    };
    // It may have been turned off since it was asked.
    const isRunning = isOn(context);
    const start = again === true ? [{ ...act(thing, 'Power on', { type: 'power_on' }), standsAlone: true as const }] : [];
    return {
      steps: isRunning ? [...stopSteps(thing, cut === true), { ...change, isAwaited: true }, ...start] : [change],
      chain: {
        running: `Resizing ${thing.name}`,
        completed: `Resized ${thing.name} to ${to}`,
        errored: `The resize of ${thing.name} stopped`,
      },
      done: () => `${thing.name} is being resized to ${to}.`,
    };
  },
};

const cutField = tick({ name: 'cut', label: 'Cut the power if it does not stop within 2 minutes' });

export const shutDown: Job = {
  name: 'shut-down',
  label: 'Shut down…',
  level: 'disruptive',
  forMany: {
    ...inGroup,
    isSentUnread: true,
    open: (context) => success({ ...question('shutdown', context), fields: [cutField] }),
  },
  keywords: 'stop off power halt',
  off: (thing) => offWhileKept(thing) ?? (textAt(thing.row, 'status') === 'off' ? `${thing.name} is off already.` : null),
  open: onDroplet(async (_context, droplet) =>
    success({
      lines: [`${droplet.name} is off until it is powered on again. It costs the same meanwhile.`],
      fields: [cutField],
    }),
  ),
  plan({ cut }, context) {
    const { thing } = context;
    const name = dropletOf(context)?.name ?? thing.name;
    return {
      steps: stopSteps(thing, cut === true),
      chain: { running: `Shutting down ${name}`, completed: `Shut down ${name}`, errored: `${name} was not shut down` },
      done: () => `${name} is being shut down.`,
    };
  },
};
