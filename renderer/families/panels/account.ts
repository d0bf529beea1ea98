import { duration } from '../../../preload/contract/time-words.ts';
import { calledByUrn } from '../../../preload/contract/urn-words.ts';
import { codeWords } from '../../words/codes.ts';
import { factWords } from '../../words/facts/in-general.ts';
import { restWords } from '../../words/facts/rest.ts';
import { money } from '../../words/money.ts';
import { actedOn } from '../columns.ts';
import { type Item, textOf, timeOf } from '../value.ts';
import { byKind } from './by-kind.ts';
import { type About, fact, type Line, type Panel, readFact } from './panel.ts';
import { at, bad, copiedAt, itemsIn, line, listIn, numberIn, onlyOf, quiet, said, textIn, thing, words } from './says.ts';

/** Families whose rows name their project. The first are read at once, the others on request. */
const namesProject = [
  'apps_list',
  'loadBalancers_list',
  'databases_list_clusters',
  'reservedIPs_list',
  'genai_list_agents',
  'genai_list_knowledge_bases',
  'vectorDatabases_list',
  'byoipPrefixes_list',
];

export const projects: Panel = {
  facts: [
    readFact('projects_list_resources', 'Holds', ({ read }) => byKind(read('projects_list_resources')), {
      room: 3,
      none: restWords.empty,
    }),
    fact('For', ({ item }) =>
      line(
        textIn(item, 'environment') === '' ? null : words(textIn(item, 'environment')),
        textIn(item, 'purpose') === '' ? null : quiet(textIn(item, 'purpose')),
      ),
    ),
    fact(
      'Default',
      said((item) => (item.is_default === true ? factWords.isDefault : factWords.no)),
    ),
    fact('About', at('description')),
  ],
  related: namesProject.map((familyId) => ({ familyId, from: (row, { id }) => row.project_id === id })),
};

const poolsWith = ({ item, known }: About): Item[] =>
  (known('autoscalepools_list') ?? []).filter((pool) => {
    const keys = listIn(pool, 'droplet_template.ssh_keys');
    return keys.includes(textIn(item, 'fingerprint')) || keys.includes(textIn(item, 'id'));
  });

export const sshKeys: Panel = {
  facts: [
    fact('Kind', ({ item }) => {
      const [kind = '', , ...comment] = textIn(item, 'public_key').split(' ');
      return line(kind === '' ? null : words(kind.replace(/^ssh-/, '')), comment.length === 0 ? null : quiet(comment.join(' ')));
    }),
    fact('Fingerprint', copiedAt('fingerprint'), { isWide: true }),
    fact('Name', at('name')),
    fact(
      'New droplets of',
      (about) => line(poolsWith(about).map((pool) => thing('autoscalepools_list', textIn(pool, 'id'), textIn(pool, 'name')))),
      { looksInto: ['autoscalepools_list'], none: restWords.noPool },
    ),
    fact('On droplets', () => [[quiet(restWords.keysNotTold)]]),
  ],
};

/** Kinds that tags count, as the API spells them. */
const tagged: readonly (readonly [field: string, one: string])[] = [
  ['droplets', 'droplet'],
  ['volumes', 'volume'],
  ['imgages', 'image'],
  ['images', 'image'],
  ['volume_snapshots', 'volume snapshot'],
  ['databases', 'database'],
];

function counts(item: Item): Line[] {
  const found = tagged.flatMap(([field, one]) => {
    const count = numberIn(item, `resources.${field}.count`);
    return count === null || count === 0 ? [] : [[words(restWords.count(count, one))]];
  });
  return found.length === 0 ? [[words(restWords.empty)]] : found;
}

/** Families whose things apply to what has a tag, and where they name it. */
const byTag: Readonly<Record<string, (row: Item) => string[]>> = {
  firewalls_list: (row) => listIn(row, 'tags'),
  loadBalancers_list: (row) => listIn(row, 'tag'),
  monitoring_list_alertPolicy: (row) => listIn(row, 'tags'),
  autoscalepools_list: (row) => listIn(row, 'droplet_template.tags'),
};

const rulesFor = ({ id, known }: About): Line[] =>
  Object.entries(byTag).flatMap(([familyId, tagsOf]) =>
    line(
      (known(familyId) ?? [])
        .filter((row) => tagsOf(row).includes(id))
        .map((row) =>
          thing(familyId, textIn(row, 'id') || textIn(row, 'uuid'), textIn(row, 'name') || textIn(row, 'description') || null),
        ),
    ),
  );

export const tags: Panel = {
  facts: [
    fact('On', ({ item }) => counts(item)),
    fact('Goes by it', rulesFor, { looksInto: Object.keys(byTag), none: restWords.noRule }),
  ],
  trustedBy: (rule, { id }) => rule.type === 'tag' && rule.value === id,
  related: [{ familyId: 'droplets_list', as: 'has it', droplet: (row, { id }) => row.tags.includes(id) }],
};

/** What costs most on an invoice, product by product. */
function products(about: About): Line[] {
  const items = itemsIn(onlyOf(about, 'invoices_get_summaryByUUID'), 'product_charges.items');
  const sorted = [...items].sort((one, other) => (numberIn(other, 'amount') ?? 0) - (numberIn(one, 'amount') ?? 0));
  return sorted.map((one) => [words(textIn(one, 'name')), words(money(textIn(one, 'amount')))]);
}

export const invoices: Panel = {
  facts: [
    fact('Amount', at('amount')),
    fact('Month', at('invoice_period')),
    readFact('invoices_get_summaryByUUID', 'Costs most', products, { room: 4, none: factWords.none }),
    fact('Made', at('updated_at')),
  ],
};

export const addOns: Panel = {
  facts: [
    fact('State', at('state')),
    fact('Plan', ({ item }) => {
      const price = numberIn(item, 'plan_price_per_month');
      return line(
        words(textIn(item, 'plan_name') || textIn(item, 'plan_slug')),
        price === null ? null : quiet(restWords.perMonth(money(price))),
      );
    }),
    fact('App', at(['app_name', 'app_slug'])),
    fact('Says', ({ item }) => line(textIn(item, 'message') === '' ? null : words(textIn(item, 'message')))),
    fact('Settings', ({ item }) =>
      itemsIn(item, 'metadata').map((one) => [quiet(textIn(one, 'name')), words(textIn(one, 'value'))]),
    ),
    fact('Sign-in address', copiedAt('sso_url', 'Sign-in address')),
  ],
};

export const teams: Panel = {
  facts: [
    fact('Status', at('status')),
    fact(
      'Members',
      said((item) => (numberIn(item, 'member_count') === null ? null : restWords.members(numberIn(item, 'member_count') ?? 0))),
    ),
    fact('Address', copiedAt('email')),
    fact('Company', at('company')),
    fact('Since', at('joined_organization_at')),
  ],
};

export const actions: Panel = {
  facts: [
    fact(
      'Action',
      said((item) => codeWords('type', textIn(item, 'type')) ?? textIn(item, 'type')),
    ),
    fact('On', ({ item }) => {
      const [type, id] = [textIn(item, 'resource_type'), textIn(item, 'resource_id')];
      const familyId = actedOn.families[type];
      return line(id === '' ? null : familyId ? thing(familyId, id) : words(calledByUrn({ kind: type, id })));
    }),
    fact('State', at('status')),
    fact('Took', ({ item }) => {
      const [from, to] = [timeOf(item.started_at), timeOf(item.completed_at)];
      return from === null || to === null ? [] : [[words(duration(to - from))]];
    }),
    fact('Began', at('started_at')),
    fact('Ended', at('completed_at')),
    fact('Region', at(['region_slug', 'region.slug'])),
  ],
};

export const securityScans: Panel = {
  facts: [
    fact('Status', at('status')),
    fact('Found', ({ item }) => {
      const findings = itemsIn(item, 'findings');
      if (textIn(item, 'status') === 'CSPM_NOT_ENABLED') return [[words(restWords.scansAreOff)]];
      if (textIn(item, 'status') === 'SCAN_NOT_RUN') return [[quiet(restWords.notScanned)]];
      if (findings.length === 0) return [[words(restWords.noFinding)]];
      const order = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'];
      const rank = (one: Item) => (order.indexOf(textIn(one, 'severity')) + order.length + 1) % (order.length + 1);
      return [...findings]
        .sort((one, other) => rank(one) - rank(other))
        .map((one) => {
          const severity = codeWords('severity', textIn(one, 'severity')) ?? textIn(one, 'severity');
          const isBad = ['CRITICAL', 'HIGH'].includes(textIn(one, 'severity'));
          return [
            isBad ? bad(severity) : quiet(severity),
            words(textIn(one, 'name')),
            quiet(textOf(one.affected_resources_count) === '' ? '' : `${textOf(one.affected_resources_count)} ×`),
          ];
        });
    }),
    fact('Made', at('created_at')),
  ],
};

export const billingHistory: Panel = {
  facts: [
    fact('What', at('description')),
    fact('Amount', at('amount')),
    fact(
      'Kind',
      said((item) => codeWords('type', textIn(item, 'type')) ?? textIn(item, 'type')),
    ),
    fact('When', at('date')),
    fact('Invoice', ({ item }) =>
      line(textIn(item, 'invoice_uuid') === '' ? null : thing('invoices_list', textIn(item, 'invoice_uuid'))),
    ),
  ],
};
