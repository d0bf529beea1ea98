import type { Failure } from '../../../../preload/contract/failure.ts';
import { failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { ManyForm } from '../../../../preload/contract/many.ts';
import { jobWords } from '../../words/jobs.ts';
import { manyWords } from '../../words/many.ts';
import type { Ask, ManyContext, Opened, Thing } from '../job.ts';
import { contextOfOne, eachReadAtMost, type OpenedGroup } from './opened-group.ts';
import type { ManyJob, Selected } from './select.ts';
import { highest, stepsWith } from './weigh-many.ts';

export interface Question {
  groups: OpenedGroup[];
  leftOut: { name: string; reason: string }[];
  form: Omit<ManyForm, 'id'>;
}

const linesAtMost = 8;

/** Opens a job over several things and puts what is asked into one form. Fails when nothing is left to do it to. */
export async function askAll(
  job: ManyJob,
  selected: Selected,
  contextOf: (things: readonly Thing[]) => Outcome<ManyContext>,
): Promise<Outcome<Question>> {
  const leftOut = selected.leftOut.map(({ thing, reason }) => ({ name: thing.name, reason }));
  const groups: OpenedGroup[] = [];
  let failure: Failure | null = null;
  for (const things of Map.groupBy(selected.can, ({ connectionId }) => connectionId).values()) {
    const context = contextOf(things);
    if (!context.ok) return context;
    const opened = await openGroup(job, context.value);
    if (!opened.ok) return opened;
    for (const one of opened.value.refused) {
      failure ??= one.failure;
      leftOut.push({ name: one.thing.name, reason: manyWords.refused(one.failure) });
    }
    if (opened.value.group.context.things.length > 0) groups.push(opened.value.group);
  }
  if (groups.length === 0) return failed(failure ?? { kind: 'conflict', ...manyWords.none });
  return success({ groups, leftOut, form: formOf(job, groups, leftOut) });
}

interface GroupAnswer {
  group: OpenedGroup;
  refused: { thing: Thing; failure: Failure }[];
}

async function openGroup(job: ManyJob, context: ManyContext): Promise<Outcome<GroupAnswer>> {
  const { forMany } = job;
  if (forMany.open) {
    const opened = await forMany.open(context);
    return opened.ok ? success({ group: { context, opened: opened.value }, refused: [] }) : opened;
  }
  if (forMany.how === 'together' || !job.open) return success({ group: { context, opened: {} }, refused: [] });
  const { open } = job;
  const openOne = async (thing: Thing, ask: Ask) => ({ thing, opened: await open({ ...contextOfOne(context, thing), ask }) });
  const [first, ...others] = context.things;
  if (!first) return success({ group: { context, opened: {} }, refused: [] });
  const counted = countReads(context.ask);
  const ofFirst = await openOne(first, counted.ask);
  if (counted.reads() > 0 && context.things.length > eachReadAtMost) {
    return success({ group: { context, opened: { lines: [manyWords.notEachRead(eachReadAtMost)] } }, refused: [] });
  }
  const answers = [ofFirst, ...(await Promise.all(others.map((thing) => openOne(thing, context.ask))))];
  const refused = answers.flatMap(({ thing, opened }) => (opened.ok ? [] : [{ thing, failure: opened.failure }]));
  const read = answers.flatMap(({ thing, opened }) => (opened.ok ? [{ thing, opened: opened.value }] : []));
  return success({
    group: {
      context: { ...context, things: read.map(({ thing }) => thing) },
      opened: joined(job, read),
      ofEach: new Map(read.map((one) => [one.thing, one.opened])),
    },
    refused,
  });
}

/** Whether opening costs requests shows when one is opened. */
function countReads(ask: Ask): { ask: Ask; reads(): number } {
  let count = 0;
  const counting = Object.entries(ask).map(([name, read]: [string, (...args: never[]) => unknown]) => [
    name,
    (...args: never[]) => {
      count += 1;
      return read(...args);
    },
  ]);
  return { ask: Object.fromEntries(counting) as Ask, reads: () => count };
}

/** What was said of each thing, as one. Its fields are left out: a job that asks for values has an `open` for many. */
function joined(job: ManyJob, read: readonly { thing: Thing; opened: Opened }[]): Opened {
  const levels = read.map(({ opened }) => opened.level ?? job.level);
  return {
    lines: joinedLines(read),
    level: highest(levels),
    goes: read.flatMap(({ thing, opened }) =>
      (opened.goes ?? (job.level === 'destructive' ? [thing.name] : [])).map((line) => named(thing, line)),
    ),
    stays: read.flatMap(({ thing, opened }) => (opened.stays ?? []).map((line) => named(thing, line))),
  };
}

/** Says whose the line is, unless it does already. */
const named = ({ name }: Thing, line: string): string => (line.includes(name) ? line : manyWords.lineOf(name, line));

/** A line that is true of all stands once. Another one says whose it is. */
function joinedLines(read: readonly { thing: Thing; opened: Opened }[]): string[] {
  const things = new Map<string, Thing[]>();
  for (const { thing, opened } of read)
    for (const line of opened.lines ?? []) things.set(line, [...(things.get(line) ?? []), thing]);
  const shared = [...things].filter(([, of]) => of.length === read.length).map(([line]) => lineOfAll(line, read.length));
  const own = [...things].flatMap(([line, of]) => (of.length === read.length ? [] : of.map((thing) => named(thing, line))));
  const shown = own.slice(0, linesAtMost);
  return [...shared, ...shown, ...(own.length > shown.length ? [manyWords.moreLines(own.length - shown.length)] : [])];
}

const lineOfAll = (line: string, count: number): string => (count === 1 ? line : manyWords.ofEach(line));

function formOf(job: ManyJob, groups: readonly OpenedGroup[], leftOut: Question['leftOut']): Question['form'] {
  const things = groups.flatMap(({ context }) => context.things);
  const familyId = things[0]?.familyId ?? '';
  const level = highest(groups.map(({ opened }) => opened.level ?? job.level));
  const names = things.map(({ name }) => name);
  const goes = groups.flatMap(
    ({ context, opened }) => opened.goes ?? (level === 'destructive' ? context.things.map(({ name }) => name) : []),
  );
  const lines = [...new Set(groups.flatMap(({ opened }) => opened.lines ?? []))];
  const fields = [...(groups[0]?.opened.fields ?? [])];
  // What depends on values is said beside them.
  const steps = fields.length === 0 ? stepsWith(job, groups, {}) : { each: [], all: [] };
  const [only] = things.length === 1 ? things : [];
  const toType = only ? only.ownName : manyWords.toType(job.submitLabel ?? job.label, familyId, things.length);
  return {
    title: only ? jobWords.title(job.label, only.name) : manyWords.title(job.label, familyId, things.length),
    level,
    lines: [...lines, ...steps.each, manyWords.inTeams([...new Set(groups.map(({ context }) => context.team))])],
    fields,
    ...(steps.all.length === 0 ? {} : { steps: steps.all }),
    // A list that only repeats the names of the things says nothing.
    goes: isSame(goes, names) ? [] : goes,
    stays: groups.flatMap(({ opened }) => opened.stays ?? []),
    ...(groups.some(({ opened }) => opened.isStayingUnlessTicked) ? { isStayingUnlessTicked: true as const } : {}),
    typeToConfirm: level === 'destructive' ? toType : null,
    submitLabel: job.submitLabel ?? job.label.replace('…', ''),
    hasPrice: false,
    names,
    leftOut,
  };
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, at) => text === other[at]);
