import type { JobField, JobForm, JobThing } from '../../../preload/contract/job.ts';
import type { World } from '../core/core-on-demo.ts';
import type { Read } from './plain-words.ts';
import { patiently } from './things.ts';

/** Opened so often, each job shows what it says of different things. */
const oftenEnough = 3;

/** What the jobs of a family show on its things: their buttons, and each question that they open. */
export async function jobTexts(world: World, things: readonly JobThing[]): Promise<Read[]> {
  const { calls } = world.buoy;
  const opened = new Map<string, number>();
  const texts: Read[] = [];
  for (const thing of things.flatMap((one, at) => (isFirstOfFamily(things, at) ? [familyOf(one), one] : [one]))) {
    const offers = await calls.offerJobs({ thing });
    if (!offers.ok) throw new Error(offers.failure.message);
    for (const { name, label, offReason } of offers.value) {
      const job = `${thing.familyId} ${name}`;
      const times = opened.get(job) ?? 0;
      if (times === oftenEnough) continue;
      opened.set(job, times + 1);
      texts.push({ where: `${job}: button`, kind: 'label', text: label });
      if (offReason !== null) {
        texts.push({ where: `${job}: why not`, kind: 'sentence', text: offReason });
        continue;
      }
      const form = await patiently(world, calls.openJob({ name, thing }));
      if (form.ok) texts.push(...textsOf(job, form.value));
      else texts.push({ where: `${job}: why not`, kind: 'sentence', text: form.failure.message });
    }
  }
  return texts;
}

const isFirstOfFamily = (things: readonly JobThing[], at: number): boolean =>
  things.findIndex(({ familyId }) => familyId === things[at]?.familyId) === at;

/** The list in which it stands, whose jobs make new things. */
const familyOf = (thing: JobThing): JobThing => ({ ...thing, id: '', row: {} });

function textsOf(job: string, form: JobForm): Read[] {
  const read = (what: string, kind: Read['kind'], text: string | null): Read[] =>
    text === null || text === '' ? [] : [{ where: `${job}: ${what}`, kind, text }];
  return [
    ...read('title', 'sentence', form.title),
    ...read('send', 'label', form.submitLabel),
    ...[...form.lines, ...form.goes, ...form.stays].flatMap((line) => read('line', 'sentence', line)),
    ...form.fields.flatMap((field) => [
      ...read(`label of ${field.name}`, 'label', field.label),
      ...(field.kind === 'number'
        ? [{ where: `${job}: ${field.name}`, kind: 'number', text: field.label, unit: field.unit } as const]
        : []),
      ...read(`hint of ${field.name}`, 'sentence', field.hint),
      ...partsOf(field).flatMap(([kind, text]) => read(`${field.name}`, kind, text)),
    ]),
  ];
}

function partsOf(field: JobField): [Read['kind'], string | null][] {
  switch (field.kind) {
    case 'choice':
    case 'choices':
    case 'marks':
      return field.choices.flatMap(({ label, detail }): [Read['kind'], string | null][] => [
        ['option', label],
        ['detail', detail],
      ]);
    case 'text':
      return [['sentence', field.pattern?.words ?? null]];
    case 'number':
      return [['label', field.unit]];
    case 'files':
    case 'tick':
      return [];
    case 'table':
      return field.columns.flatMap((column): [Read['kind'], string | null][] => [
        ['label', column.label],
        ...(column.kind === 'choice' ? column.choices.map(({ label }): [Read['kind'], string] => ['option', label]) : []),
        ...(column.kind === 'text' ? [['sentence', column.pattern?.words ?? null] as [Read['kind'], string | null]] : []),
      ]);
  }
}
