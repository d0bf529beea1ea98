import type { ReactNode } from 'react';
import { addressesOf } from '../../../preload/contract/addresses.ts';
import { calendarDay, exactMoment } from '../../../preload/contract/time-words.ts';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { CopyButton } from '../../components/controls/copyable.tsx';
import { unreachableReason } from '../../droplet-actions/reach.ts';
import { useAsked } from '../../hooks/use-asked.ts';
import { usePage } from '../../page/page.ts';
import { codeWords } from '../../words/codes.ts';
import { costWords } from '../../words/cost.ts';
import { dropletWords } from '../../words/droplets.ts';
import { hourlyMoney, money } from '../../words/money.ts';

/** Length of the longest IPv4 address. Longer ones get a line of their own, so that they can be read in full. */
const shortAddress = 15;

const Addresses = ({ droplet }: { droplet: DropletRow }) => {
  const addresses = addressesOf(droplet);
  return (
    <>
      <h3 className="section-head">{dropletWords.addresses}</h3>
      {addresses.length === 0 ? (
        <p className="small-text faint">{unreachableReason(droplet)}.</p>
      ) : (
        <dl className="pairs addresses">
          {addresses.map(({ kind, address }) => (
            <div key={address} className={address.length > shortAddress ? 'long' : undefined}>
              <dt>{dropletWords.addressKinds[kind]}</dt>
              <dd className="row">
                <span className="tabular cut grow" title={address}>
                  {address}
                </span>
                <CopyButton text={address} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
};

/** What it has cost this month: by the preview of the invoice, which is read once for all things of a team, or about. */
const SoFar = ({ droplet }: { droplet: DropletRow }) => {
  const { bridge } = usePage();
  const { connectionId, id, priceMonthlyUsd, priceHourlyUsd, createdAtMs } = droplet;
  const row = {
    id,
    size: { price_monthly: priceMonthlyUsd, price_hourly: priceHourlyUsd },
    ...(createdAtMs !== null && { created_at: new Date(createdAtMs).toISOString() }),
  };
  const { value } = useAsked(`${droplet.key} ${priceMonthlyUsd}`, () =>
    bridge.tellCosts({
      connectionId,
      familyId: 'droplets_list',
      things: [{ id: String(id), row }],
      reach: 'own',
      isSoFarTold: true,
    }),
  );
  const cost = value?.[0];
  return cost && 'soFar' in cost && cost.soFar ? costWords.soFarThisMonth(cost.soFar) : '–';
};

/** What the droplet is: image, size, price, tags, features. */
export const DropletFacts = ({ droplet }: { droplet: DropletRow }) => {
  const price =
    droplet.priceHourlyUsd === null ? money(droplet.priceMonthlyUsd) : dropletWords.hourly(hourlyMoney(droplet.priceHourlyUsd));
  const facts: [string, ReactNode][] = [
    [dropletWords.image, [droplet.imageDistribution, droplet.imageName].filter(Boolean).join(' ') || '–'],
    [
      dropletWords.size,
      <span key="size" className="mono">
        {droplet.sizeSlug || '–'}
      </span>,
    ],
    [dropletWords.region, droplet.regionName || '–'],
    [dropletWords.price, price],
    [costWords.thisMonth, <SoFar key="so-far" droplet={droplet} />],
    [
      dropletWords.created,
      droplet.createdAtMs === null ? (
        '–'
      ) : (
        <time key="created" dateTime={new Date(droplet.createdAtMs).toISOString()} title={exactMoment(droplet.createdAtMs)}>
          {calendarDay(droplet.createdAtMs)}
        </time>
      ),
    ],
    [
      dropletWords.id,
      <span key="id" className="mono">
        {droplet.id}
      </span>,
    ],
    [
      dropletWords.features,
      droplet.features.map((feature) => codeWords('features', feature) ?? feature).join(', ') || dropletWords.none,
    ],
    [
      dropletWords.tags,
      droplet.tags.length === 0
        ? dropletWords.none
        : droplet.tags.map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          )),
    ],
  ];
  return (
    <>
      <Addresses droplet={droplet} />
      <h3 className="section-head">{dropletWords.facts}</h3>
      <dl className="pairs">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="tabular">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};
