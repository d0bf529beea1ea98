import { useState } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { CopyButton } from '../../components/controls/copyable.tsx';
import { type Fact, isNested, partsOf } from '../../families/facts.ts';
import { readingOf } from '../../families/reading.ts';
import { referenceOf } from '../../families/references.ts';
import { itemHref } from '../../routes/resource-place.ts';
import { resourceWords } from '../../words/resources.ts';
import { none, ReadValue } from './read-value.tsx';

const isCopied = (field: string, text: string): boolean =>
  /(^|_)(id|uuid|urn|ip|fingerprint|slug|endpoint|host|fqdn|url|address)$/.test(field) ||
  /^[\da-f:.]{7,}$|^https?:\/\//i.test(text);

/** A secret can be copied without being shown. */
const Secret = ({ text, label }: { text: string; label: string }) => {
  const [isShown, setShown] = useState(false);
  return (
    <>
      {isShown ? <span className="mono break">{text}</span> : <span className="faint">{resourceWords.hidden}</span>}
      <CopyButton text={text} what={label} />
      {!isShown && (
        <Button size="small" onClick={() => setShown(true)}>
          {resourceWords.showSecret}
        </Button>
      )}
    </>
  );
};

/** One simple value: what it reads as, with a link to another thing or a button to copy it. */
const Value = ({ fact, connectionId }: { fact: Fact; connectionId: string }) => {
  const { field, value, label } = fact;
  const reading = readingOf(fact);
  if (reading.kind === 'secret') return <Secret text={reading.text} label={label} />;
  if (reading.kind !== 'text') return <ReadValue reading={reading} value={value} />;
  const { text } = reading;
  const reference = fact.isData ? null : referenceOf(field, text);
  return (
    <>
      {reference ? (
        <a className="link break tabular" href={itemHref(reference.familyId, connectionId, reference.id)}>
          {text}
        </a>
      ) : (
        <span className="break tabular">{text}</span>
      )}
      {isCopied(field, text) && <CopyButton text={text} what={label} />}
    </>
  );
};

/** The values of a list one below the other, so that each can be copied and followed. */
const Parts = ({ fact, connectionId }: { fact: Fact; connectionId: string }) => {
  const { value } = fact;
  if (!Array.isArray(value)) return <Value fact={fact} connectionId={connectionId} />;
  if (value.length === 0) return <span className="faint">{resourceWords.none}</span>;
  return (
    <>
      {value.map((part: unknown, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: plain values without identity, never reordered here.
        <span key={index} className="row part">
          <Value fact={{ ...fact, value: part }} connectionId={connectionId} />
        </span>
      ))}
    </>
  );
};

/** A field with parts, folded until a person opens it. The parts are not rendered before that. */
const Folded = ({ fact, connectionId }: { fact: Fact; connectionId: string }) => {
  const [isOpen, setOpen] = useState(false);
  const parts = partsOf(fact);
  return (
    <details className="fold" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {fact.label} <span className="faint tabular small-text">{resourceWords.rowsOf(parts.length)}</span>
      </summary>
      {isOpen && <Facts facts={parts} connectionId={connectionId} />}
    </details>
  );
};

/** What is known of a thing as pairs of label and value; what has parts of its own is folded. */
export const Facts = ({ facts, connectionId }: { facts: readonly Fact[]; connectionId: string }) => {
  const plain = facts.filter((fact) => !isNested(fact));
  const nested = facts.filter(isNested);
  return (
    <>
      {facts.length === 0 && none}
      {plain.length > 0 && (
        <dl className="facts">
          {plain.map((fact) => (
            <div key={`${fact.field} ${fact.label}`} className="fact">
              <dt className="faint">{fact.label}</dt>
              <dd className="row">
                <Parts fact={fact} connectionId={connectionId} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {nested.map((fact) => (
        <Folded key={`${fact.field} ${fact.label}`} fact={fact} connectionId={connectionId} />
      ))}
    </>
  );
};
