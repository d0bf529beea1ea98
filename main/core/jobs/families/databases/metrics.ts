import { failed, type Outcome, success } from '../../../../../preload/contract/failure.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { text } from '../../fields.ts';
import type { Ask, Job } from '../../job.ts';
import { objectAt, textAt } from '../../thing.ts';

const update = 'databases_update_cluster_metrics_credentials';

/** What is read now, and each part of it. */
async function credentials(ask: Ask): Promise<Outcome<{ base: JsonObject; user: string; password: string }>> {
  const base = await ask.base(update, {});
  if (!base.ok) return base;
  const now = objectAt(base.value, 'credentials');
  const [user, password] = [textAt(now, 'basic_auth_username'), textAt(now, 'basic_auth_password')];
  return success({ base: base.value, user, password });
}

/** One user reads the metrics of all clusters of the team, so these stand with the list and on no cluster. */
export const metricsJobs: readonly Job[] = [
  {
    name: 'copy-metrics',
    label: 'Copy metrics credentials',
    level: 'safe',
    isOfList: true,
    keywords: 'prometheus scrape user password monitoring',
    async open({ ask }) {
      const read = await credentials(ask);
      if (!read.ok) return read;
      const { user, password } = read.value;
      if (user === '' || password === '') {
        return failed({
          kind: 'forbidden',
          message: 'DigitalOcean did not tell the metrics credentials.',
          nextStep: 'The token may need the scope database:view_credentials.',
        });
      }
      return success({ data: { text: `${user}:${password}` } });
    },
    plan: (_values, { team }, { data = {} }) => ({
      steps: [],
      copy: () => ({ what: 'Metrics credentials', text: textAt(data, 'text') }),
      done: () => `Copied as user:password. They read the metrics of all database clusters of ${team}.`,
    }),
  },
  {
    name: 'change-metrics',
    label: 'Change metrics credentials…',
    level: 'disruptive',
    isOfList: true,
    keywords: 'prometheus scrape user password rotate monitoring',
    submitLabel: 'Change',
    async open({ ask, makePassword }) {
      const read = await credentials(ask);
      if (!read.ok) return read;
      return success({
        lines: ['What reads the metrics of any database cluster with the old ones is refused from then on.'],
        fields: [
          text({
            name: 'user',
            label: 'User',
            value: read.value.user,
            pattern: { source: '[^\\s:]+', words: 'no colons or spaces' },
          }),
          text({
            name: 'password',
            label: 'New password',
            isSecret: true,
            isRequired: false,
            hint: 'Leave it empty, and Buoy makes one that you copy afterwards.',
          }),
        ],
        data: { base: read.value.base, made: makePassword() },
      });
    },
    // An empty password is a new one too, so the fields do not tell what changes.
    isEdit: false,
    plan({ user, password }, { team }, { data = {} }) {
      const made = textAt(data, 'made');
      const isTyped = typeof password === 'string' && password !== '';
      const given = { basic_auth_username: String(user), basic_auth_password: isTyped ? password : made };
      return {
        steps: [
          {
            label: 'Change',
            operationId: update,
            edit: {
              opened: objectAt(data, 'base'),
              change: (base) => ({ ...base, credentials: { ...objectAt(base, 'credentials'), ...given } }),
            },
            named: 'The metrics credentials',
          },
        ],
        secret: () => (isTyped ? null : { label: `New metrics password of ${user}`, value: made }),
        done: () => `The metrics of all database clusters of ${team} are read with the new credentials from now on.`,
      };
    },
  },
];
