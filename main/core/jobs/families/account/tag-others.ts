import { success } from '../../../../../preload/contract/failure.ts';
import type { JobValues } from '../../../../../preload/contract/job.ts';
import { counted } from '../../../words/numbers.ts';
import { choices, option, several } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { databaseNote, othersOf, type Tagged, tagSteps, untagStep } from '../../parts/tagging.ts';
import { listAt, textAt } from '../../thing.ts';

const kinds = ['volume', 'image', 'volume_snapshot', 'database'] as const satisfies readonly Tagged['kind'][];
const chosenIn = (values: JobValues): Tagged[] => kinds.flatMap((kind) => several(values[kind]).map((id) => ({ id, kind })));

/** Tags beside those of droplets: nothing goes by them, so nobody gains or loses anything. */
const onOthers = (isOn: boolean): Job => ({
  name: isOn ? 'put-on-others' : 'take-off-others',
  label: isOn ? 'Put on other things…' : 'Take off other things…',
  level: 'normal',
  keywords: `${isOn ? 'assign' : 'unassign untag'} volumes images snapshots databases`,
  submitLabel: isOn ? 'Tag' : 'Take off',
  async open({ thing, ask }) {
    const read = await othersOf(ask);
    const refused = read.flatMap(({ rows }) => (rows.ok ? [] : [rows]));
    if (refused[0] && refused.length === read.length) return refused[0];
    const fields = read.flatMap(({ kind, words, rows }) => {
      const fitting = (rows.ok ? rows.value : []).filter((row) => listAt(row, 'tags').includes(thing.id) !== isOn);
      const offered = fitting.map((row) => option(textAt(row, 'id'), textAt(row, 'name')));
      return offered.length === 0
        ? []
        : [choices({ name: kind, label: words, choices: offered, hint: isOn && kind === 'database' ? databaseNote : null })];
    });
    const none = isOn ? 'Everything beside droplets has it already.' : 'Nothing beside droplets has it.';
    return success({ lines: fields.length === 0 ? [none] : [], fields });
  },
  wrong: (values) => (chosenIn(values).length === 0 ? 'Choose at least one thing.' : null),
  plan(values, { thing }) {
    const things = chosenIn(values);
    const on = {
      steps: tagSteps(thing.id, things, [thing.id]),
      done: () => `${counted(things.length, 'thing')} tagged ${thing.name}.`,
    };
    return isOn
      ? on
      : {
          steps: [untagStep(thing.id, things)],
          done: () => `${counted(things.length, 'thing')} no longer tagged ${thing.name}.`,
          again: { ...on, label: 'Put back' },
        };
  },
});

export const putOnOthers = onOthers(true);
export const takeOffOthers = onOthers(false);
