import { success } from '../../../../../preload/contract/failure.ts';
import type { JobValues } from '../../../../../preload/contract/job.ts';
import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import { counted, listed } from '../../../words/numbers.ts';
import { choice, option, rowsIn, table, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { peopleTold } from '../../parts/taken.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { channelColumns, channelRows, channelsIn, editedChannels } from './alert-channels.ts';

const rules: Record<string, string> = {
  CPU_UTILIZATION: 'High CPU',
  MEM_UTILIZATION: 'High memory',
  RESTART_COUNT: 'Restarts',
  DEPLOYMENT_FAILED: 'Failed deployments',
  DEPLOYMENT_LIVE: 'Successful deployments',
  DOMAIN_FAILED: 'Failed domains',
  DOMAIN_LIVE: 'Confirmed domains',
  AUTOSCALE_FAILED: 'Failed scaling',
  AUTOSCALE_SUCCEEDED: 'Successful scaling',
  REQUESTS_PER_SECOND: 'Many requests',
  REQUEST_DURATION_P95_MS: 'Slow requests',
  FUNCTIONS_ACTIVATION_COUNT: 'Many function calls',
  FUNCTIONS_AVERAGE_DURATION_MS: 'Slow functions',
  FUNCTIONS_ERROR_RATE_PER_MINUTE: 'Function errors a minute',
  FUNCTIONS_AVERAGE_WAIT_TIME_MS: 'Waiting functions',
  FUNCTIONS_ERROR_COUNT: 'Function errors',
  FUNCTIONS_GB_RATE_PER_SECOND: 'Functions that use much memory',
};

const ruleOf = (alert: JsonObject): string | undefined => rules[textAt(objectAt(alert, 'spec'), 'rule')];

function wordsOf(alert: JsonObject): string {
  const component = textAt(alert, 'component_name');
  return `${ruleOf(alert) ?? 'Another alert'}${component === '' ? '' : ` of ${component}`}`;
}

/** "failed deployments", "high CPU of web". */
function aboutIn(alert: JsonObject): string {
  const words = wordsOf(alert);
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}

const addresses = (typed: unknown): string[] =>
  String(typed ?? '')
    .split(/[\s,;]+/)
    .filter((one) => one !== '');

const alertIn = (data: Readonly<Record<string, Json>>, { alert }: JobValues): JsonObject =>
  listAt(data, 'alerts')
    .filter(isObject)
    .find(({ id }) => id === alert) ?? {};

/** Who gets an alert, as the form has it. */
function destinations(values: JobValues, alert: JsonObject): { emails: string[]; channels: JsonObject[] } {
  const typed = rowsIn(values[`slack ${values.alert}`]);
  return { emails: addresses(values[`emails ${values.alert}`]), channels: editedChannels(channelsIn(alert), typed) };
}

/** "2 addresses and 1 Slack channel". */
function countWords(emails: number, channels: number): string {
  const parts = [
    ...(emails === 0 ? [] : [counted(emails, 'address', 'addresses')]),
    ...(channels === 0 ? [] : [counted(channels, 'Slack channel')]),
  ];
  return parts.length === 0 ? 'nobody' : listed(parts);
}

const namesOf = (alert: JsonObject, channels: readonly JsonObject[]): string[] =>
  channels.map((one) => textAt(one, 'channel') || `a channel of ${wordsOf(alert)}`);

/** Who gets the alerts of an app: by email, and in Slack. */
export const alertJob: Job = {
  name: 'alert-addresses',
  label: 'Alert addresses…',
  level: 'normal',
  keywords: 'email notify slack channel webhook',
  submitLabel: 'Save',
  async open({ thing, ask }) {
    const listed = await ask.list('apps_list_alerts', { app_id: thing.id });
    if (!listed.ok) return listed;
    return success({
      lines: ['By email only members of the team can get them.'],
      fields: [
        choice({
          name: 'alert',
          label: 'Alert',
          choices: listed.value.map((alert) =>
            option(
              textAt(alert, 'id'),
              wordsOf(alert),
              `to ${countWords(listAt(alert, 'emails').length, channelsIn(alert).length)}`,
            ),
          ),
        }),
        ...listed.value.flatMap((alert) => {
          const shownIf = { field: 'alert', values: [textAt(alert, 'id')] };
          return [
            text({
              name: `emails ${textAt(alert, 'id')}`,
              label: 'Email addresses, one a line',
              isLong: true,
              isRequired: false,
              value: listAt(alert, 'emails').join('\n'),
              shownIf,
            }),
            table({
              name: `slack ${textAt(alert, 'id')}`,
              label: 'Slack',
              columns: channelColumns,
              noun: 'channel',
              value: channelRows(channelsIn(alert)),
              shownIf,
            }),
          ];
        }),
      ],
      data: { alerts: listed.value },
    });
  },
  wrong(values) {
    const field = `emails ${values.alert}`;
    const bad = addresses(values[field]).find((one) => !/^[^@\s]+@[^@\s]+$/.test(one));
    return bad === undefined ? null : { field, message: `${bad} is no email address.` };
  },
  isEdit: true,
  weigh(values, { data = {} }) {
    const alert = alertIn(data, values);
    const { emails, channels } = destinations(values, alert);
    return peopleTold(
      [...listAt(alert, 'emails').map(String), ...namesOf(alert, channelsIn(alert))],
      [...emails, ...namesOf(alert, channels)],
    );
  },
  plan(values, { thing }, { data = {} }) {
    const alert = alertIn(data, values);
    const { emails, channels } = destinations(values, alert);
    return {
      steps: [
        {
          label: 'Save',
          operationId: 'apps_assign_alertDestinations',
          path: { app_id: thing.id, alert_id: String(values.alert) },
          body: { emails, slack_webhooks: channels },
        },
      ],
      done: () => `${thing.name}: alerts about ${aboutIn(alert)} now go to ${countWords(emails.length, channels.length)}.`,
    };
  },
};
