import { success } from '../../../preload/contract/failure.ts';
import { text } from './fields.ts';
import type { ManyContext, OneByOne, Opened } from './job.ts';

/** The job as it is, on each thing by itself. */
export const oneByOne: OneByOne = { how: 'one by one' };

/** The same, where the steps need nothing of what is read to ask: most deletions. */
export const sentUnread: OneByOne = { how: 'one by one', isSentUnread: true };

/** One after the other, because each changes what the next one reads. */
export const inTurn: OneByOne = { how: 'one by one', atOnce: 1 };

/** The job makes something with a name of each thing: the thing's own, and an ending that is asked once. */
export const namedAlike = (more: (context: ManyContext) => Partial<Opened> = () => ({})): OneByOne => ({
  how: 'one by one',
  open(context) {
    const { things, nowMs } = context;
    const ending = new Date(nowMs).toISOString().slice(0, 10);
    const { fields = [], ...others } = more(context);
    const hint = `After the name of each: ${things[0]?.ownName ?? ''}-${ending}.`;
    return success({ ...others, fields: [text({ name: 'ending', label: 'Names end with', value: ending, hint }), ...fields] });
  },
  valuesOf: ({ ending, ...others }, { thing }) => ({ ...others, name: `${thing.ownName}-${ending}` }),
});
