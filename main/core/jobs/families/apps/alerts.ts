import { success } from '../../../../../preload/contract/failure.ts';
import type { JobValues } from '../../../../../preload/contract/job.ts';
import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, option, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { peopleTold } from '../../parts/taken.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';

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

function wordsOf(alert: JsonObject): string {
  const rule = textAt(objectAt(alert, 'spec'), 'rule');
  const component = textAt(alert, 'component_name');
  return `${rules[rule] ?? 'Another alert'}${component === '' ? '' : ` of ${component}`}`;
}

const addresses = (typed: unknown): string[] =>
  String(typed ?? '')
    .split(/[\s,;]+/)
    .filter((one) => one !== '');

const alertIn = (data: Readonly<Record<string, Json>>, { alert }: JobValues): JsonObject =>
  listAt(data, 'alerts')
    .filter(isObject)
    .find(({ id }) => id === alert) ?? {};

/** Who gets the alerts of an app. Slack channels of an alert stay as they are. */
export const alertJob: Job = {
  name: 'alert-addresses',
  label: 'Alert addresses…',
  level: 'normal',
  keywords: 'email notify',
  submitLabel: 'Save',
  async open({ thing, ask }) {
    const listed = await ask.list('apps_list_alerts', { app_id: thing.id });
    if (!listed.ok) return listed;
    return success({
      lines: ['Only members of the team can get them.'],
      fields: [
        choice({
          name: 'alert',
          label: 'Alert',
          choices: listed.value.map((alert) => {
            const slack = listAt(alert, 'slack_webhooks').length;
            return option(textAt(alert, 'id'), wordsOf(alert), slack === 0 ? null : `and ${slack} in Slack`);
          }),
        }),
        ...listed.value.map((alert) =>
          text({
            name: `emails ${textAt(alert, 'id')}`,
            label: 'Email addresses, one a line',
            isLong: true,
            isRequired: false,
            value: listAt(alert, 'emails').join('\n'),
            shownIf: { field: 'alert', values: [textAt(alert, 'id')] },
          }),
        ),
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
  weigh: (values, { data = {} }) =>
    peopleTold(listAt(alertIn(data, values), 'emails').map(String), addresses(values[`emails ${values.alert}`])),
  plan(values, { thing }, { data = {} }) {
    const alert = alertIn(data, values);
    const emails = addresses(values[`emails ${values.alert}`]);
    return {
      steps: [
        {
          label: 'Save',
          operationId: 'apps_assign_alertDestinations',
          path: { app_id: thing.id, alert_id: String(values.alert) },
          body: { emails, slack_webhooks: listAt(alert, 'slack_webhooks') },
        },
      ],
      done: () =>
        `${wordsOf(alert)}: ${thing.name} now tells ${emails.length === 1 ? '1 address' : `${emails.length} addresses`}.`,
    };
  },
};
