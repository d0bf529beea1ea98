import { success } from '../../../../../preload/contract/failure.ts';
import { isObject } from '../../../../../preload/contract/json.ts';
import { choice, option, text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { planName, priceOf, priceWords, slugOf } from './add-on-plans.ts';
import { newAddOn } from './new-add-on.ts';

const path = (thing: Thing) => ({ resource_uuid: thing.id });
/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Add-Ons */
export const addOnJobs: readonly Job[] = [
  newAddOn,
  {
    name: 'plan',
    label: 'Change the plan…',
    level: 'disruptive',
    isMain: true,
    keywords: 'subscription price upgrade tier',
    submitLabel: 'Change',
    async open({ thing, ask }) {
      const apps = await ask.list('addons_get_app');
      if (!apps.ok) return apps;
      const app = apps.value.find((one) => textAt(one, 'app_slug') === textAt(thing.row, 'app_slug')) ?? {};
      const plans = listAt(app, 'plans')
        .filter(isObject)
        .filter((plan) => plan.available !== false && slugOf(plan) !== textAt(thing.row, 'plan_slug'));
      const now = textAt(thing.row, 'plan_name') || textAt(thing.row, 'plan_slug');
      return success({
        lines: [`Now: ${now}, ${priceWords(priceOf(thing.row))}. What the new plan does not have is gone.`],
        fields: [
          choice({
            name: 'plan',
            label: 'Plan',
            choices: plans.map((plan) => option(slugOf(plan), planName(plan), priceWords(priceOf(plan)))),
            hint: plans.length === 0 ? 'There is no other plan.' : null,
          }),
        ],
        data: { prices: Object.fromEntries(plans.map((plan) => [slugOf(plan), priceOf(plan)])) },
      });
    },
    weigh({ plan }, { data = {} }, { thing }) {
      if (!plan) return {};
      const price = objectAt(data, 'prices')[String(plan)];
      return { lines: [`${priceWords(priceOf(thing.row))} → ${priceWords(typeof price === 'number' ? price : null)}.`] };
    },
    plan: ({ plan }, { thing }) => ({
      steps: [{ label: 'Change', operationId: 'addons_patch_plan', path: path(thing), body: { plan_slug: String(plan) } }],
      done: () => `${thing.name} is on the plan ${plan}.`,
    }),
  },
  {
    name: 'rename',
    label: 'Rename…',
    level: 'normal',
    isEdit: true,
    open: ({ thing }) => success({ fields: [text({ name: 'name', label: 'Name', value: thing.ownName })] }),
    plan: ({ name }, { thing }) => ({
      steps: [{ label: 'Rename', operationId: 'addons_patch', path: path(thing), body: { name: String(name) } }],
      done: () => `${thing.name} is now called ${name}.`,
    }),
  },
  {
    name: 'copy-sign-in',
    label: 'Copy address to sign in',
    level: 'safe',
    keywords: 'sso url link open',
    off: ({ row }) => (textAt(row, 'sso_url') === '' ? 'It tells no address to sign in at.' : null),
    plan: (_values, { thing }) => ({
      steps: [],
      copy: () => ({ what: `Address of ${thing.name}`, text: textAt(thing.row, 'sso_url') }),
      done: () => `The address of ${thing.name} is copied. Whoever has it is signed in.`,
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove cancel',
    open: ({ thing }) => success({ goes: [`${thing.name}, with what its maker keeps for it`] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'addons_delete', path: path(thing), named: thing.name }],
      done: () => `${thing.name} is being deleted.`,
    }),
  },
];
