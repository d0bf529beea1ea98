import { useState } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { CopyButton } from '../../components/controls/copyable.tsx';
import { isSecretField, referenceOf } from '../../families/references.ts';
import { stateOf } from '../../families/state-words.ts';
import { timeOf } from '../../families/value.ts';
import { useNow } from '../../hooks/use-now.ts';
import { itemHref } from '../../routes/resource-place.ts';
import { fieldLabel } from '../../words/field-names.ts';
import { resourceWords } from '../../words/resources.ts';
import { clockOrDay, exactMoment } from '../../words/times.ts';
import { State } from './cell.tsx';

const first = ['id', 'uuid', 'name', 'status', 'state', 'phase', 'urn', 'region', 'created_at', 'updated_at'];
const rank = (field: string): number => {
  const index = first.indexOf(field);
  return index < 0 ? first.length : index;
};

const isNested = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some((part) => typeof part === 'object' && part !== null)
    : typeof value === 'object' && value !== null && Object.keys(value).length > 0;

/**
 * The fields of a thing that have a value: well-known ones first, then simple values in the API's order, then those with parts.
 */
export function factsOf(item: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(item)
    .filter(([, value]) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
    .map((entry, index) => ({ entry, key: rank(entry[0]) * 1000 + index + (isNested(entry[1]) ? 1e6 : 0) }))
    .sort((one, other) => one.key - other.key)
    .map(({ entry }) => entry);
}

const isCopied = (field: string, text: string): boolean =>
  /(^|_)(id|uuid|urn|ip|fingerprint|slug|endpoint|host|fqdn|url|address)$/.test(field) ||
  /^[\da-f:.]{7,}$|^https?:\/\//i.test(text);

const Secret = ({ text, field }: { text: string; field: string }) => {
  const [isShown, setShown] = useState(false);
  return isShown ? (
    <>
      <span className="mono break">{text}</span>
      <CopyButton text={text} what={fieldLabel(field)} />
    </>
  ) : (
    <>
      <span className="faint">{resourceWords.hidden}</span>
      <Button size="small" onClick={() => setShown(true)}>
        {resourceWords.showSecret}
      </Button>
    </>
  );
};

const Moment = ({ atMs }: { atMs: number }) => {
  const now = useNow();
  return (
    <time dateTime={new Date(atMs).toISOString()} title={exactMoment(atMs)}>
      {clockOrDay(atMs, now)}
    </time>
  );
};

/** One simple value: a state, a time, a link to another thing, or text that can be copied. */
const Value = ({ field, value, connectionId }: { field: string; value: unknown; connectionId: string }) => {
  if (typeof value === 'boolean') return <span>{value ? resourceWords.yes : resourceWords.no}</span>;
  if (typeof value === 'object' && value !== null) return <span className="faint">–</span>;
  const text = String(value);
  if (isSecretField(field, value)) return <Secret text={text} field={field} />;
  const atMs = /(_at|_on|date|time|not_after|_until)$/.test(field) || /T\d\d:\d\d/.test(text) ? timeOf(value) : null;
  if (atMs !== null) return <Moment atMs={atMs} />;
  if (['status', 'state', 'phase'].includes(field) && stateOf(text).words !== '') return <State raw={text} />;
  const reference = referenceOf(field, text);
  return (
    <>
      {reference ? (
        <a className="link break tabular" href={itemHref(reference.familyId, connectionId, reference.id)}>
          {text}
        </a>
      ) : (
        <span className="break tabular">{text}</span>
      )}
      {isCopied(field, text) && <CopyButton text={text} what={fieldLabel(field)} />}
    </>
  );
};

const Parts = ({ field, value, connectionId }: { field: string; value: unknown; connectionId: string }) => {
  if (Array.isArray(value) && value.length === 0) return <span className="faint">–</span>;
  if (!Array.isArray(value)) return <Value field={field} value={value} connectionId={connectionId} />;
  return (
    <>
      {value.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: plain values without identity, never reordered here.
        <span key={index} className="row part">
          <Value field={field} value={part} connectionId={connectionId} />
        </span>
      ))}
    </>
  );
};

/** A field with parts, folded until a person opens it. The parts are not rendered before that. */
const Folded = ({ field, value, connectionId }: { field: string; value: unknown; connectionId: string }) => {
  const [isOpen, setOpen] = useState(false);
  const size = Array.isArray(value) ? value.length : Object.keys(value as object).length;
  const parts: [string, unknown][] = Array.isArray(value)
    ? value.map((part, index): [string, unknown] => [titleOf(part, index), part])
    : factsOf(value as Record<string, unknown>);
  return (
    <details className="fold" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {fieldLabel(field)} <span className="faint tabular small-text">{resourceWords.rowsOf(size)}</span>
      </summary>
      {isOpen && <Facts entries={parts} connectionId={connectionId} />}
    </details>
  );
};

function titleOf(part: unknown, index: number): string {
  const named = typeof part === 'object' && part !== null ? (part as Record<string, unknown>) : {};
  const title = named.name ?? named.id ?? named.type ?? named.protocol;
  return typeof title === 'string' || typeof title === 'number' ? `${index + 1} ${title}` : String(index + 1);
}

export const Facts = ({ entries, connectionId }: { entries: readonly [string, unknown][]; connectionId: string }) => {
  const plain = entries.filter(([, value]) => !isNested(value));
  const nested = entries.filter(([, value]) => isNested(value));
  return (
    <>
      {plain.length > 0 && (
        <dl className="facts">
          {plain.map(([field, value]) => (
            <div key={field} className="fact">
              <dt className="faint">{fieldLabel(field)}</dt>
              <dd className="row">
                <Parts field={field} value={value} connectionId={connectionId} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {nested.map(([field, value]) => (
        <Folded key={field} field={field} value={value} connectionId={connectionId} />
      ))}
    </>
  );
};
