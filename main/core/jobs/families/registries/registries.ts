import { failed, success } from '../../../../../preload/contract/failure.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { choice } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, Step, Thing } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { loginIn } from './login.ts';
import { newRegistry } from './new-registry.ts';
import { host, inRegistry } from './place.ts';
import { priceOf, tierChoice } from './tiers.ts';

const pathOf = (thing: Thing) => ({ registry_name: thing.id });
const keepsFreed = 'What it freed so far stays free.';

const stopStep = (registry: { registry_name: string }, uuid: string): Step => ({
  label: 'Stop',
  operationId: 'registries_update_garbageCollection',
  path: { ...registry, garbage_collection_uuid: uuid },
  body: { cancel: true },
});

const over = ['succeeded', 'failed', 'cancelled'];

const tierIn = (body: unknown): JsonObject => objectAt(objectAt((body ?? {}) as JsonObject, 'subscription'), 'tier');

/** Why a plan cannot be chosen, as the API says it. */
const hindrances: Record<string, string> = {
  OverRepositoryLimit: 'too many repositories for it',
  OverStorageLimit: 'too much is stored for it',
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Container-Registries */
export const registryJobs: readonly Job[] = [
  newRegistry,
  {
    name: 'clean-up',
    makes: 'registries_list_garbageCollections',
    label: 'Clean up…',
    level: 'disruptive',
    isMain: true,
    keywords: 'garbage collection free space storage',
    submitLabel: 'Clean up',
    open: () =>
      success({
        lines: [
          'What no tag needs any more is deleted. Pushes are refused meanwhile, and for up to 15 minutes before it begins.',
        ],
      }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Clean up', operationId: 'registries_run_garbageCollection', path: pathOf(thing), named: thing.name }],
      done: () => `${thing.name} is being cleaned up.`,
    }),
  },
  {
    name: 'copy-address',
    label: 'Copy address',
    level: 'safe',
    isMain: true,
    keywords: 'url push',
    plan: (_values, { thing }) => ({
      steps: [],
      copy: () => ({ what: `Address of ${thing.name}`, text: `${host}/${thing.ownName}` }),
      done: () => `The address of ${thing.name} is copied.`,
    }),
  },
  {
    name: 'docker-config',
    label: 'Save Docker config',
    level: 'safe',
    keywords: 'login credentials push pull',
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Read it', operationId: 'registries_get_dockerCredentials', path: pathOf(thing) }],
      file: ([body]) => ({ name: 'config.json', mediaType: 'application/json', text: `${JSON.stringify(body, null, 2)}\n` }),
      done: () => `A config.json for ${thing.name} is saved. Whoever has it can use the registry.`,
    }),
  },
  {
    name: 'copy-login',
    label: 'Copy login',
    level: 'safe',
    keywords: 'docker login command credentials push pull sign in',
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Read it', operationId: 'registries_get_dockerCredentials', path: pathOf(thing) }],
      copy: ([body]) => {
        const command = loginIn(body);
        return command === null ? null : { what: `Login of ${thing.name}`, text: command };
      },
      done: ([body]) =>
        loginIn(body) === null
          ? `The answer has no login for ${thing.name}.`
          : `The docker login of ${thing.name} is copied. Whoever has it can use the registry.`,
    }),
  },
  {
    name: 'stop-clean-up',
    label: 'Stop the clean-up…',
    level: 'disruptive',
    keywords: 'garbage collection cancel',
    submitLabel: 'Stop',
    async open({ thing, ask }) {
      const read = await ask.read('registries_get_garbageCollection', pathOf(thing));
      if (!read.ok && read.failure.kind !== 'not-found') return read;
      const running = read.ok && isObject(read.value) ? objectAt(read.value, 'garbage_collection') : {};
      if (textAt(running, 'uuid') === '' || over.includes(textAt(running, 'status'))) {
        return failed({ kind: 'conflict', message: `No clean-up of ${thing.name} is running.` });
      }
      return success({ lines: [keepsFreed], data: { uuid: textAt(running, 'uuid') } });
    },
    plan: (_values, { thing }, { data = {} }) => ({
      steps: [stopStep(pathOf(thing), textAt(data, 'uuid'))],
      done: () => `The clean-up of ${thing.name} is being stopped.`,
    }),
  },
  {
    name: 'plan',
    label: 'Change the plan…',
    level: 'disruptive',
    keywords: 'subscription tier price upgrade',
    submitLabel: 'Change',
    async open({ ask }) {
      const [options, subscription] = await Promise.all([
        ask.read('registries_get_options'),
        ask.read('registries_get_subscription'),
      ]);
      if (!options.ok) return options;
      if (!subscription.ok) return subscription;
      const now = tierIn(subscription.value);
      const tiers = isObject(options.value)
        ? listAt(objectAt(options.value, 'options'), 'subscription_tiers').filter(isObject)
        : [];
      const others = tiers.filter(({ slug }) => slug !== now.slug);
      const closed = others.filter(({ eligible }) => eligible === false);
      return success({
        lines: [
          `It holds for all registries of the team. Now: ${textAt(now, 'name')}, ${priceOf(now)}.`,
          ...closed.map((tier) => {
            const reasons = listAt(tier, 'eligibility_reasons').map(
              (reason) => hindrances[String(reason)] ?? 'not open to the team',
            );
            return `${textAt(tier, 'name')} cannot be chosen: ${reasons.length === 0 ? 'not open to the team' : reasons.join(', ')}.`;
          }),
        ],
        fields: [
          choice({
            name: 'tier',
            label: 'Plan',
            choices: others.filter((tier) => !closed.includes(tier)).map(tierChoice),
          }),
        ],
        data: { now, tiers },
      });
    },
    weigh({ tier: slug }, { data = {} }) {
      const tier = listAt(data, 'tiers')
        .filter(isObject)
        .find((one) => one.slug === slug);
      return tier ? { lines: [`${priceOf(objectAt(data, 'now'))} → ${priceOf(tier)}.`] } : {};
    },
    plan({ tier: slug }, _context, { data = {} }) {
      const tier =
        listAt(data, 'tiers')
          .filter(isObject)
          .find((one) => one.slug === slug) ?? {};
      return {
        steps: [{ label: 'Change', operationId: 'registries_update_subscription', body: { tier_slug: String(slug) } }],
        done: () => `The plan is ${textAt(tier, 'name')} now: ${priceOf(objectAt(data, 'now'))} → ${priceOf(tier)}.`,
      };
    },
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove destroy',
    open: ({ thing }) => success({ goes: [`${thing.name}, with all its images`] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'registries_delete', path: pathOf(thing) }],
      done: () => `The registry ${thing.name} is deleted.`,
    }),
  },
];

/** A clean-up as a row of its own list. */
export const cleanUpJobs: readonly Job[] = [
  {
    name: 'stop',
    label: 'Stop…',
    level: 'disruptive',
    isMain: true,
    keywords: 'cancel',
    submitLabel: 'Stop',
    off: ({ row }) => (over.includes(textAt(row, 'status')) ? 'It is over.' : null),
    open: () => success({ lines: [keepsFreed] }),
    plan: (_values, { thing }) => ({
      steps: [stopStep(inRegistry(thing), thing.id)],
      done: () => 'The clean-up is being stopped.',
    }),
  },
];
