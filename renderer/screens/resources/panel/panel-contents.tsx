import { type ReactNode, useState } from 'react';
import type { CatalogueIndex, OperationSummary } from '../../../../preload/contract/catalogue.ts';
import type { JobOffer, JobThing } from '../../../../preload/contract/job.ts';
import { ResourceCharts } from '../../../charts/resource-charts.tsx';
import { Note } from '../../../components/feedback/note.tsx';
import { factsOf } from '../../../families/facts.ts';
import type { Family } from '../../../families/family.ts';
import { nameOf } from '../../../families/identity.ts';
import type { Panel } from '../../../families/panels/panel.ts';
import { type Item, valueAt } from '../../../families/value.ts';
import { JobButtons } from '../../../jobs/job-buttons.tsx';
import { resourceWords } from '../../../words/resources.ts';
import { Facts } from '../fact-tree.tsx';
import { AllOperations } from './all-operations.tsx';
import { CostLine } from './cost-line.tsx';
import { FirstFacts } from './first-facts.tsx';
import { Inside } from './inside.tsx';
import { KubernetesMade } from './kubernetes-made.tsx';
import { NewestInside } from './newest.tsx';
import { Related } from './related.tsx';
import { listedOperations, reasonAgainst, type ThingOperations } from './thing-reads.ts';
import { TrustedBy } from './trusted-by.tsx';
import { usePanel } from './use-panel.ts';

interface Contents {
  family: Family;
  item: Item;
  /** `null`: the thing has no id of its own. */
  itemId: string | null;
  connectionId: string;
  /** `null`: the thing cannot be named in a request, or the catalogue is not read yet. */
  operations: ThingOperations | null;
  index: CatalogueIndex | null;
  valuesFor: (operation: OperationSummary) => Record<string, string>;
  thing: JobThing | null;
  offers: readonly JobOffer[];
}

const Below = ({ contents, panel }: { contents: Contents; panel: Panel | null }) => {
  const { item, connectionId, operations, valuesFor, offers } = contents;
  if (operations === null) return null;
  return (
    <AllOperations
      operations={listedOperations(operations.all, panel, item)}
      connectionId={connectionId}
      valuesFor={valuesFor}
      isFolded={panel !== null || offers.length > 0}
    />
  );
};

const InsideOf = ({ contents, panel }: { contents: Contents; panel: Panel | null }) => {
  const { item, connectionId, operations, valuesFor } = contents;
  if (operations === null) return null;
  const countOf = (operationId: string): number | null => {
    const way = panel?.counts?.[operationId];
    const found = way === undefined ? undefined : valueAt(item, way);
    return Array.isArray(found) ? found.length : null;
  };
  const lists = operations.inside.filter(({ id }) => reasonAgainst(panel, id, item) === null);
  const newest = panel?.newest;
  const listing = lists.find(({ id }) => id === newest?.familyId);
  return (
    <>
      <Inside operations={lists} connectionId={connectionId} valuesFor={valuesFor} countOf={countOf} />
      {newest && listing && <NewestInside newest={newest} connectionId={connectionId} parent={valuesFor(listing)} />}
    </>
  );
};

const Charts = ({ family, item, itemId, connectionId }: Contents) =>
  itemId === null ? null : (
    <ResourceCharts familyId={family.id} connectionId={connectionId} id={itemId} name={nameOf(family, item)} row={item} />
  );

/** A thing of a family without a designed panel: all its facts, what lies inside it, and what can be done with it. */
export const PlainContents = (contents: Contents) => {
  const { item, connectionId, thing, offers } = contents;
  return (
    <>
      {thing && <JobButtons thing={thing} offers={offers} />}
      <Facts facts={factsOf(item)} connectionId={connectionId} />
      <Charts {...contents} />
      <InsideOf contents={contents} panel={null} />
      <Below contents={contents} panel={null} />
    </>
  );
};

/** Every fact of the thing, folded: what the API answers, field by field. */
const AllFacts = ({ item, connectionId, onOpen }: { item: Item; connectionId: string; onOpen: () => void }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="all-operations"
      open={isOpen}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        if (event.currentTarget.open) onOpen();
      }}
    >
      <summary>{resourceWords.allFacts}</summary>
      {isOpen && <Facts facts={factsOf(item)} connectionId={connectionId} />}
    </details>
  );
};

/** A thing of a family with a designed panel: what a person wants to know first, and the rest folded. */
export const DesignedContents = ({
  panel,
  onAllFacts,
  ...contents
}: Contents & {
  panel: Panel;
  /** The person wants all facts: the thing is read whole then. */
  onAllFacts: () => void;
}): ReactNode => {
  const { family, item, itemId, connectionId, index, valuesFor, thing, offers } = contents;
  const byId = (operationId: string) => {
    const operation = index?.operations.find(({ id }) => id === operationId);
    return operation ? valuesFor(operation) : {};
  };
  const data = usePanel(panel, { item, id: itemId ?? '', connectionId }, index === null || itemId === null ? null : byId);
  const trusts = panel.trustedBy;
  return (
    <>
      {thing && <JobButtons thing={thing} offers={offers} part="main" />}
      {(panel.strips?.(data.about) ?? []).map(({ tone, lead, text }) => (
        <Note key={lead} tone={tone} icon={tone === 'warn' ? 'alert' : 'clock'} lead={lead}>
          {text}
        </Note>
      ))}
      {panel.kubernetes && <KubernetesMade kind={panel.kubernetes} about={data.about} />}
      <FirstFacts
        data={data}
        more={trusts && <TrustedBy connectionId={connectionId} names={(rule) => trusts(rule, data.about)} />}
        cost={itemId === null ? null : <CostLine connectionId={connectionId} familyId={family.id} id={itemId} item={item} />}
      />
      {thing && <JobButtons thing={thing} offers={offers} part="others" />}
      <Charts {...contents} />
      <InsideOf contents={contents} panel={panel} />
      <Related relations={panel.related ?? []} data={data} />
      <AllFacts item={item} connectionId={connectionId} onOpen={onAllFacts} />
      <Below contents={contents} panel={panel} />
    </>
  );
};
