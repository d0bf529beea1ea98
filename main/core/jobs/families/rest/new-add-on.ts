import { type Outcome, success } from '../../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import { datedName } from '../../../words/job-parts.ts';
import { choice, chosen, option, text, tick } from '../../fields.ts';
import type { Ask, Job, JobContext, Opened, Plan } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { planName, priceOf, priceWords, slugOf } from './add-on-plans.ts';

/** An offer of the catalogue, and what its maker asks for. */
interface Offer {
  app: JsonObject;
  asked: readonly JsonObject[];
}

/** "Mail postman" for `mail-postman`, where the API tells no name. */
const nameOf = (app: JsonObject): string => {
  const slug = textAt(app, 'app_slug');
  const words = slug.replaceAll('-', ' ');
  return textAt(app, 'app_name') || textAt(app, 'name') || words.charAt(0).toUpperCase() + words.slice(1);
};

/** What an add-on wants to know differs from one to the next, and another read tells it. */
async function readOffer(ask: Ask, app: JsonObject): Promise<Outcome<Offer>> {
  const read = await ask.read('addons_get_app_metadata', { app_slug: textAt(app, 'app_slug') });
  return read.ok ? success({ app, asked: (isObject(read.value) ? listAt(read.value, 'metadata') : []).filter(isObject) }) : read;
}

const isSecretName = (name: string): boolean => /password|secret|token|key$/i.test(name);

/** A field for each thing that is asked, shown while its add-on is the chosen one. */
const askedFields = ({ app, asked }: Offer): JobField[] =>
  asked.map((one): JobField => {
    const given = {
      name: `asked ${textAt(app, 'app_slug')} ${textAt(one, 'name')}`,
      label: textAt(one, 'display_name') || textAt(one, 'name'),
      hint: textAt(one, 'description') || null,
      shownIf: { field: 'app', values: [textAt(app, 'app_slug')] },
    };
    const options = listAt(one, 'options').map(String);
    if (textAt(one, 'type') === 'boolean') return tick(given);
    if (options.length > 0) return choice({ ...given, choices: options.map((value) => option(value, value)) });
    return text({ ...given, isSecret: isSecretName(textAt(one, 'name')) });
  });

function planField({ app }: Offer): JobField {
  const plans = listAt(app, 'plans')
    .filter(isObject)
    .filter((plan) => plan.available !== false);
  return choice({
    name: `plan ${textAt(app, 'app_slug')}`,
    label: 'Plan',
    choices: plans.map((plan) => option(slugOf(plan), planName(plan), priceWords(priceOf(plan)))),
    value: slugOf(plans.find((plan) => plan.by_default === true) ?? plans[0] ?? {}) || null,
    shownIf: { field: 'app', values: [textAt(app, 'app_slug')] },
  });
}

const termsOf = ({ app }: Offer): string[] => [textAt(app, 'tos'), textAt(app, 'eula')].filter((address) => address !== '');

function formOf({ nowMs }: JobContext, offers: readonly Offer[]): Opened {
  const [only] = offers.length === 1 ? offers : [];
  return {
    lines: ['It comes from another maker, whose terms hold, and is on your bill.'],
    fields: [
      choice({
        name: 'app',
        label: 'Add-on',
        choices: offers.map(({ app }) => option(textAt(app, 'app_slug'), nameOf(app))),
        value: only ? textAt(only.app, 'app_slug') : null,
      }),
      text({ name: 'name', label: 'Name', value: datedName('add-on', nowMs) }),
      ...offers.flatMap((offer) => [planField(offer), ...askedFields(offer)]),
    ],
    data: {
      terms: Object.fromEntries(offers.map((offer) => [textAt(offer.app, 'app_slug'), termsOf(offer)])),
      asked: Object.fromEntries(offers.map(({ app, asked }) => [textAt(app, 'app_slug'), [...asked]])),
    },
  };
}

/** What was filled in for an add-on, as the API takes it: a list of names and values. */
function metadataFrom(values: JobValues, { data = {} }: Opened): Json[] {
  const app = String(values.app);
  return listAt(objectAt(data, 'asked'), app)
    .filter(isObject)
    .map((one) => {
      const value = values[`asked ${app} ${textAt(one, 'name')}`];
      return { name: textAt(one, 'name'), value: textAt(one, 'type') === 'boolean' ? value === true : String(value ?? '') };
    });
}

const weigh: Job['weigh'] = ({ app }, { data = {} }) => {
  const terms = listAt(objectAt(data, 'terms'), String(app)).map(String);
  return terms.length === 0 ? {} : { lines: [`With it you accept: ${terms.join(', ')}.`] };
};

function planOf(values: JobValues, _context: JobContext, opened: Opened): Plan {
  const { app, name } = values;
  const plan = values[`plan ${app}`];
  const body = {
    app_slug: String(app),
    plan_slug: String(plan),
    name: String(name),
    metadata: metadataFrom(values, opened),
  };
  const words = chosen(opened.fields, `plan ${app}`, plan);
  return {
    steps: [{ label: 'Add', operationId: 'addons_create', body }],
    done: () => `${name} is being added: ${chosen(opened.fields, 'app', app)}, ${words}.`,
  };
}

const added = {
  level: 'normal',
  keywords: 'create marketplace saas subscribe',
  submitLabel: 'Add',
  weigh,
  plan: planOf,
} satisfies Partial<Job>;

export const newAddOn: Job = {
  ...added,
  name: 'new',
  label: 'New add-on…',
  isNew: true,
  async open(context) {
    const apps = await context.ask.list('addons_get_app');
    if (!apps.ok) return apps;
    const offers = await Promise.all(apps.value.map((app) => readOffer(context.ask, app)));
    // Without what it asks nobody knows what to send. The others can be added all the same.
    const told = offers.flatMap((offer) => (offer.ok ? [offer.value] : []));
    const [first] = offers;
    return told.length === 0 && first && !first.ok ? first : success(formOf(context, told));
  },
};

/** The same from an offer of the catalogue, which is the only one that is read. */
export const addOnOfferJobs: readonly Job[] = [
  {
    ...added,
    name: 'add',
    label: 'Add…',
    isMain: true,
    async open(context) {
      const offer = await readOffer(context.ask, context.thing.row);
      return offer.ok ? success(formOf(context, [offer.value])) : offer;
    },
  },
];
