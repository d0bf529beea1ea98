import { useState } from 'react';
import { resourceKey } from '../../../../preload/contract/resource-key.ts';
import type { Item } from '../../../families/value.ts';
import { useReads } from '../../../hooks/use-reads.ts';
import { itemHref } from '../../../routes/resource-place.ts';
import { databaseWords } from '../../../words/facts/databases.ts';
import { Unread } from './first-facts.tsx';
import { Waiting } from './pieces.tsx';

const clusterList = 'databases_list_clusters';
const ruleList = 'databases_list_firewall_rules';
const freshForMs = 600_000;
/** The rules of each cluster cost a request. */
const atATime = 8;

/** Databases whose trusted sources name the thing. They are asked only when a person wants to know, so many at a time. */
export const TrustedBy = ({ connectionId, names }: { connectionId: string; names: (rule: Item) => boolean }) => {
  const [wanted, setWanted] = useState(0);
  const listed = useReads(connectionId, [{ familyId: clusterList, freshForMs, isAsked: wanted > 0 }]);
  const list = listed.get(resourceKey(connectionId, clusterList));
  const clusters = (list?.items ?? []).map((row) => ({ id: String(row.id ?? ''), name: String(row.name ?? '') }));
  const parentOf = ({ id }: { id: string }) => ({ database_cluster_uuid: id });
  const answers = useReads(
    connectionId,
    clusters.map((one, at) => ({ familyId: ruleList, parent: parentOf(one), freshForMs, isAsked: at < wanted })),
  );
  const states = clusters.map((one, at) => {
    const answer = answers.get(resourceKey(connectionId, ruleList, parentOf(one)));
    return { ...one, rules: answer?.items ?? null, failure: answer?.failure ?? null, isAsked: at < wanted };
  });
  const letsIn = states.filter(({ rules }) => rules?.some(names));
  const refused = states.filter(({ rules, failure }) => rules === null && failure !== null);
  const left = states.filter(({ rules, isAsked }) => rules === null && !isAsked).length;
  const isListed = list !== undefined && list.items !== null;
  const isAwaited =
    (wanted > 0 && !isListed && !list?.failure) ||
    states.some(({ rules, failure, isAsked }) => isAsked && rules === null && failure === null);
  const isNone = isListed && left === 0 && !isAwaited && letsIn.length === 0 && refused.length === 0;
  return (
    <div className="fact">
      <dt>{databaseWords.letsIn}</dt>
      <dd>
        {letsIn.map(({ id, name }) => (
          <span key={id} className="row fact-line">
            <a className="link cut" href={itemHref(clusterList, connectionId, id)} title={id}>
              {name}
            </a>
          </span>
        ))}
        {refused.map(({ id, name }) => (
          <span key={id} className="row fact-line faint">
            {databaseWords.rulesUnread(name)}
          </span>
        ))}
        {isNone && <span className="row fact-line faint">{databaseWords.noneLetsIn}</span>}
        {isAwaited && (
          <span className="row fact-line">
            <Waiting />
          </span>
        )}
        {!isListed && list?.failure && <Unread failure={list.failure} />}
        {!isAwaited && (isListed ? left > 0 : wanted === 0) && (
          <span className="row fact-line">
            <button type="button" className="link" onClick={() => setWanted(wanted + atATime)}>
              {wanted === 0 ? databaseWords.lookIntoRules : databaseWords.lookIntoMore(Math.min(left, atATime))}
            </button>
          </span>
        )}
      </dd>
    </div>
  );
};
