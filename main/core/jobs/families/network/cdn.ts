import { success } from '../../../../../preload/contract/failure.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { counted } from '../../../../../preload/contract/number-words.ts';
import { calendarDay, duration } from '../../../../../preload/contract/time-words.ts';
import { listed } from '../../../words/numbers.ts';
import { choice, option, text, tick } from '../../fields.ts';
import { oneByOne, sentUnread } from '../../for-many.ts';
import type { Job, Step, Thing } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { suggestions, wordsIn } from './addresses.ts';
import { newEndpoint, ttls } from './new-cdn.ts';
import { relativeName } from './record-names.ts';

const path = ({ id }: Thing) => ({ cdn_id: id });
const endpoint = ({ row }: Thing) => textAt(row, 'endpoint');

const noDomain = 'none';
/** What the API answers for a domain whose certificate Cloudflare is to make; it goes back as it came. */
const kept = 'needs-cloudflare-cert';

/** Whether one of the names of a certificate stands for a domain. `*` is exactly one level. */
const covers = (certificate: JsonObject, domain: string): boolean =>
  listAt(certificate, 'dns_names').some((name) => name === domain || name === domain.replace(/^[^.]+/, '*'));

const without = (body: JsonObject, ...names: string[]): JsonObject =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));

/** Leads a name to an endpoint, if a domain of the team has the name. The longest one that does is where it belongs. */
function recordStep(name: string, domains: readonly string[], endpointName: string): Step[] {
  const [domain] = domains.filter((one) => name.endsWith(`.${one}`)).sort((one, other) => other.length - one.length);
  if (domain === undefined) return [];
  const body = { type: 'CNAME', name: relativeName(name, domain), data: `${endpointName}.`, ttl: 1800 };
  return [{ label: 'Add the record', operationId: 'domains_create_record', path: { domain_name: domain }, body }];
}

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/CDN-Endpoints */
export const cdnJobs: readonly Job[] = [
  newEndpoint,
  {
    name: 'copy-address',
    label: 'Copy address',
    level: 'safe',
    isMain: true,
    keywords: 'url endpoint',
    plan: (_values, { thing }) => ({
      steps: [],
      done: () => `Copied ${endpoint(thing)}.`,
      copy: () => ({ what: 'Address', text: endpoint(thing) }),
    }),
  },
  {
    name: 'purge',
    label: 'Purge cache…',
    level: 'disruptive',
    forMany: {
      ...oneByOne,
      // Which files is asked for one alone.
      open: () => success({ lines: ['All their files load from the origin again for a while, which is slower.'] }),
      valuesOf: () => ({ what: 'all' }),
    },
    isMain: true,
    keywords: 'clear flush images cdn',
    async open() {
      const what = [option('all', 'Everything'), option('paths', 'Files or folders')];
      return success({
        lines: ['Files load from the origin again for a while, which is slower.'],
        fields: [
          choice({ name: 'what', label: 'What', choices: what, value: 'all' }),
          text({
            name: 'paths',
            label: 'Paths',
            isLong: true,
            hint: 'One a line: img/logo.png is a file, img/* a folder. At most 50 files in 20 s.',
            shownIf: { field: 'what', values: ['paths'] },
          }),
        ],
      });
    },
    plan({ what, paths }, { thing }) {
      const files = what === 'paths' ? wordsIn(paths) : ['*'];
      return {
        steps: [{ label: 'Purge cache', operationId: 'cdn_purge_cache', path: path(thing), body: { files } }],
        done: () =>
          what === 'paths'
            ? `${counted(files.length, 'path')} of ${thing.name} will be loaded from the origin again.`
            : `All of ${thing.name} will be loaded from the origin again.`,
      };
    },
  },
  {
    name: 'ttl',
    label: 'Keep files for…',
    level: 'normal',
    keywords: 'ttl time cache',
    submitLabel: 'Save',
    async open({ thing, ask }) {
      const base = await ask.base('cdn_update_endpoints', path(thing));
      if (!base.ok) return base;
      const field = choice({
        name: 'ttl',
        label: 'Keep files for',
        choices: [...ttls],
        value: textAt(base.value, 'ttl') || null,
      });
      return success({ lines: ['So long may a changed file be served as it was.'], fields: [field], data: { base: base.value } });
    },
    plan: ({ ttl }, { thing }, { data = {} }) => ({
      steps: [
        {
          label: 'Save',
          operationId: 'cdn_update_endpoints',
          path: path(thing),
          edit: { opened: objectAt(data, 'base'), change: (base) => ({ ...base, ttl: Number(ttl) }) },
        },
      ],
      done: () => `${thing.name} keeps files for ${duration(Number(ttl) * 1000)}.`,
    }),
  },
  {
    name: 'own-domain',
    label: 'Own domain…',
    level: 'disruptive',
    keywords: 'custom hostname certificate',
    submitLabel: 'Save',
    async open({ thing, ask }) {
      const [base, certificates, domains] = await Promise.all([
        ask.base('cdn_update_endpoints', path(thing)),
        ask.list('certificates_list'),
        suggestions(ask, 'domains_list'),
      ]);
      if (!base.ok) return base;
      if (!certificates.ok) return certificates;
      const domain = textAt(base.value, 'custom_domain');
      const present = textAt(base.value, 'certificate_id');
      const offered = certificates.value.map((row) => {
        const until = `${listAt(row, 'dns_names').join(', ')}, until ${calendarDay(Date.parse(textAt(row, 'not_after')))}`;
        const detail = domain !== '' && covers(row, domain) ? `${until}, covers ${domain}` : until;
        return option(textAt(row, 'id'), textAt(row, 'name'), detail);
      });
      const more = present === kept ? [option(kept, 'As it is', 'the certificate is still to be made')] : [];
      const none = option(noDomain, 'No domain of its own', `only ${endpoint(thing)}`);
      const isOffered = [...offered, ...more].some(({ value }) => value === present);
      const chosen = isOffered ? present : null;
      const named = [...offered, ...more].map(({ value }) => value);
      const choices = [...offered, ...more, none];
      return success({
        lines: [
          `${endpoint(thing)} works on. The domain works once a CNAME record leads from it to ${endpoint(thing)}.`,
          ...(domain === '' ? [] : [`Nobody reaches it as ${domain} any more if you change that.`]),
        ],
        fields: [
          choice({ name: 'certificate', label: 'Certificate', choices, value: chosen, hint: 'It has to cover the domain.' }),
          text({
            name: 'domain',
            label: 'Domain',
            value: domain,
            shownIf: { field: 'certificate', values: named },
            pattern: { source: '(?:[a-zA-Z0-9\\-]+\\.)+[a-zA-Z]{2,}', words: 'a name such as images.example.com' },
          }),
          ...(domains.length === 0
            ? []
            : [
                tick({
                  name: 'record',
                  label: 'Add the CNAME record too',
                  hint: `Where the domain is one of ${listed(domains.map((row) => textAt(row, 'name')))}, or below it.`,
                  shownIf: { field: 'certificate', values: named },
                }),
              ]),
        ],
        data: { base: base.value, domains: domains.map((row) => textAt(row, 'name')) },
      });
    },
    plan({ certificate, domain, record }, { thing }, { data = {} }) {
      const isNone = certificate === noDomain;
      const change = (base: JsonObject): JsonObject =>
        isNone
          ? without(base, 'custom_domain', 'certificate_id')
          : { ...base, custom_domain: String(domain), certificate_id: String(certificate) };
      const edit = { opened: objectAt(data, 'base'), change };
      const added = record === true ? recordStep(String(domain), listAt(data, 'domains').map(String), endpoint(thing)) : [];
      return {
        steps: [{ label: 'Save', operationId: 'cdn_update_endpoints', path: path(thing), edit }, ...added],
        done: () =>
          isNone
            ? `${thing.name} has no domain of its own any more.`
            : added.length > 0
              ? `${thing.name} answers as ${domain} once the new record is known, within 30 min.`
              : `${thing.name} answers as ${domain} once a CNAME record leads from there to ${endpoint(thing)}.`,
      };
    },
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove',
    async open({ thing }) {
      const domain = textAt(thing.row, 'custom_domain');
      const names = domain === '' ? endpoint(thing) : `${endpoint(thing)} and ${domain}`;
      return success({ lines: [`Links to ${names} stop working.`], stays: [`The files in ${textAt(thing.row, 'origin')}`] });
    },
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'cdn_delete_endpoint', path: path(thing) }],
      done: () => `${thing.name} is deleted. Its files stay.`,
    }),
  },
];
