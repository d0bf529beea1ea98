import { duration } from '../../../../preload/contract/time-words.ts';
import { factWords } from '../../../words/facts/in-general.ts';
import { networkWords } from '../../../words/facts/network.ts';
import { type Item, textOf } from '../../value.ts';
import { type About, fact, type Line, type Panel, type Piece, readFact } from '../panel.ts';
import { copied, listIn, numberIn, quiet, said, textIn, thing, words } from '../says.ts';

const recordsOf = ({ read }: About): readonly Item[] => read('domains_list_records');

/** The name servers that the registrar must be told. */
const nameServers = (about: About): Line[] =>
  recordsOf(about)
    .filter((one) => one.type === 'NS' && one.name === '@')
    .map((one) => [copied(textIn(one, 'data'))]);

/** Records that people make: the others come with every domain. */
const isOwn = (one: Item): boolean => one.type !== 'SOA' && !(one.type === 'NS' && one.name === '@');

/** The name under which DigitalOcean serves an app. */
const hostOf = (app: Item): string => textIn(app, 'default_ingress').replace(/^https?:\/\//, '');

/** What an address or a name leads to among the team's things, as far as they are known. */
export function reachedBy(data: string, { droplets, known }: Pick<About, 'droplets' | 'known'>): Piece | null {
  const droplet = droplets.find((one) => [...one.publicV4, ...one.publicV6, ...one.reservedIps].includes(data));
  if (droplet) return thing('droplets_list', String(droplet.id), droplet.name);
  const balancer = known('loadBalancers_list')?.find((one) => one.ip === data || one.ipv6 === data);
  if (balancer) return thing('loadBalancers_list', textOf(balancer.id), textIn(balancer, 'name'));
  const reserved = known('reservedIPs_list')?.find((one) => one.ip === data);
  if (reserved) return thing('reservedIPs_list', data, data);
  const name = data.replace(/\.$/, '');
  const sixth = known('reservedIPv6_list')?.find((one) => one.ip === data);
  if (sixth) return thing('reservedIPv6_list', data, data);
  const cdn = known('cdn_list_endpoints')?.find((one) => one.endpoint === name);
  if (cdn) return thing('cdn_list_endpoints', textOf(cdn.id), name);
  const app = known('apps_list')?.find((one) => hostOf(one) === name);
  return app ? thing('apps_list', textOf(app.id), textIn(app, 'spec.name')) : null;
}

function records(about: About): Line[] {
  const own = [...recordsOf(about)].filter(isOwn).sort((one, other) => textIn(one, 'type').localeCompare(textIn(other, 'type')));
  return own.map((one) => {
    const [name, data] = [textIn(one, 'name'), textIn(one, 'data')];
    const priority = numberIn(one, 'priority');
    const reached = reachedBy(data, about);
    return [
      quiet(textIn(one, 'type')),
      words(name === '@' ? about.id : name),
      quiet(data),
      ...(priority === null ? [] : [quiet(networkWords.priority(priority))]),
      ...(reached ? [reached] : []),
    ];
  });
}

export const domains: Panel = {
  facts: [
    readFact('domains_list_records', 'Name servers', nameServers, { room: 3, none: factWords.none }),
    readFact('domains_list_records', 'Records', records, {
      isWide: true,
      room: 5,
      looksInto: ['loadBalancers_list', 'reservedIPs_list'],
      none: factWords.none,
    }),
    fact(
      'Kept for',
      said((item) => {
        const seconds = numberIn(item, 'ttl');
        return seconds === null ? null : duration(seconds * 1000);
      }),
    ),
  ],
  related: [
    {
      familyId: 'loadBalancers_list',
      as: 'a record leads to it',
      from: (row, about) => leads(about, [textIn(row, 'ip'), textIn(row, 'ipv6')]),
    },
    {
      familyId: 'droplets_list',
      as: 'a record leads to it',
      droplet: (row, about) => leads(about, [...row.publicV4, ...row.publicV6]),
    },
    { familyId: 'reservedIPs_list', as: 'a record leads to it', from: (row, about) => leads(about, [textIn(row, 'ip')]) },
    { familyId: 'reservedIPv6_list', as: 'a record leads to it', from: (row, about) => leads(about, [textIn(row, 'ip')]) },
    {
      familyId: 'apps_list',
      as: 'a record leads to it',
      from: (row, about) => leads(about, [hostOf(row), `${hostOf(row)}.`]),
    },
    {
      familyId: 'cdn_list_endpoints',
      as: 'a record leads to it',
      from: (row, about) => leads(about, [textIn(row, 'endpoint'), `${textIn(row, 'endpoint')}.`]),
    },
    {
      familyId: 'certificates_list',
      as: 'is for it',
      from: (row, { id }) => listIn(row, 'dns_names').some((name) => name === id || name.endsWith(`.${id}`)),
    },
  ],
  hides: [{ operations: ['domains_get_record'], because: 'the list of records has all of it' }],
  webPage: (id) => `https://cloud.digitalocean.com/networking/domains/${encodeURIComponent(id.toWellFormed())}`,
};

const leads = (about: About, targets: readonly string[]): boolean =>
  recordsOf(about).some(
    (one) => isOwn(one) && targets.some((target) => target !== '' && target !== '.' && target === textIn(one, 'data')),
  );
