import { failed, success } from '../../../../../preload/contract/failure.ts';
import { isObject, type Json } from '../../../../../preload/contract/json.ts';
import { counted } from '../../../words/numbers.ts';
import { choice, chosen, option, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Security */
export const securityScanJobs: readonly Job[] = [
  {
    name: 'new',
    label: 'Scan now',
    level: 'normal',
    isNew: true,
    keywords: 'new security check',
    plan: () => ({
      steps: [{ label: 'Scan', operationId: 'security_create_scan' }],
      done: () => 'What the team has is being scanned.',
    }),
  },
  {
    name: 'ignore',
    label: 'Ignore a finding…',
    level: 'disruptive',
    keywords: 'suppress suppression mute rule',
    submitLabel: 'Ignore',
    async open({ thing, ask }) {
      const read = await ask.read('security_get_scan', { scan_id: thing.id });
      if (!read.ok) return read;
      const scan = objectAt(isObject(read.value) ? read.value : {}, 'scan');
      const findings = listAt(scan, 'findings').filter(isObject);
      if (findings.length === 0) return failed({ kind: 'conflict', message: 'This scan found nothing.' });
      return success({
        lines: ['Later scans no longer tell it for what it was found on.'],
        fields: [
          choice({
            name: 'finding',
            label: 'Finding',
            choices: findings.map((finding) =>
              option(
                textAt(finding, 'rule_uuid'),
                textAt(finding, 'name'),
                `${textAt(finding, 'severity').toLowerCase()} severity, ${counted(Number(textAt(finding, 'affected_resources_count')), 'thing')}`,
              ),
            ),
          }),
        ],
      });
    },
    plan: ({ finding }, { thing }, { fields }) => ({
      steps: [
        {
          label: 'Read what it was found on',
          operationId: 'security_list_scan_finding_affected_resources',
          path: { scan_id: thing.id, finding_uuid: String(finding) },
          query: { per_page: '200' },
        },
        {
          label: 'Ignore',
          operationId: 'security_create_suppression',
          body: ([answer]) => ({ rule_uuid: String(finding), resources: urnsIn(answer) }),
        },
      ],
      done: ([answer]) => `“${chosen(fields, 'finding', finding)}” is ignored for ${counted(urnsIn(answer).length, 'thing')}.`,
      again([, made]) {
        const ids = suppressionsIn(made);
        if (ids.length === 0) return null;
        return {
          label: 'Tell it again',
          steps: ids.map((id) => ({
            label: 'Ignore it no longer',
            operationId: 'security_delete_suppression',
            path: { suppression_uuid: id },
          })),
          done: () => `Later scans report “${chosen(fields, 'finding', finding)}” again.`,
        };
      },
    }),
  },
];

const urnsIn = (answer: Json | undefined): string[] =>
  listAt(isObject(answer) ? answer : {}, 'affected_resources')
    .filter(isObject)
    .map((one) => textAt(one, 'urn'));

const suppressionsIn = (answer: Json | undefined): string[] =>
  listAt(isObject(answer) ? answer : {}, 'resources')
    .filter(isObject)
    .map((one) => textAt(one, 'id'))
    .filter((id) => id !== '');

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Organizations */
export const teamJobs: readonly Job[] = [
  {
    name: 'new',
    label: 'New team…',
    level: 'normal',
    isNew: true,
    keywords: 'create organization',
    submitLabel: 'Make team',
    open: () =>
      success({
        lines: ['It is billed by the organization. Its own token is made in the control panel.'],
        fields: [
          text({ name: 'name', label: 'Name' }),
          text({ name: 'email', label: 'Invite', isRequired: false, hint: 'E-mail address of whoever runs it.' }),
        ],
      }),
    plan: ({ name, email }) => ({
      steps: [
        {
          label: 'Make team',
          operationId: 'organizations_create_team',
          body: {
            name: String(name),
            ...(email ? { invitations: [{ email: String(email), role: 'member' }] } : {}),
          },
        },
      ],
      done: () => `Team ${name} was made.`,
    }),
  },
];
