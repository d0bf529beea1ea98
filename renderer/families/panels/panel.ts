import type { KubernetesKind } from '../../../preload/contract/kubernetes-made.ts';
import type { AttentionRow, DropletRow } from '../../../preload/contract/view.ts';
import type { PolicyRow } from '../../../preload/contract/watching.ts';
import type { Reading } from '../reading.ts';
import type { Item } from '../value.ts';

/*
 * What the panel of a family shows first, as data. A fact is a line of the family's file: `fact('Region', at('region.slug'))`.
 * `says.ts` has what facts are made of.
 */

/** What a description may look at. It never asks for anything itself. */
export interface About {
  item: Item;
  connectionId: string;
  /** Id of the thing in request paths. */
  id: string;
  nowMs: number;
  /** Rows of a further read that the panel makes; empty until it is answered. */
  read(operationId: string): readonly Item[];
  /** Rows of a list that Buoy holds; `null`: it was not read. */
  known(familyId: string): readonly Item[] | null;
  /** The team's droplets, as the view has them. */
  droplets: readonly DropletRow[];
  /** What needs a person in that team. */
  attention: readonly AttentionRow[];
  /** Its alert policies, as Buoy judges them. */
  policies: readonly PolicyRow[];
}

/** A part of what a fact says. Parts are drawn by themselves, so that names cannot turn the words around them. */
export type Piece =
  | { kind: 'text'; text: string; look: 'plain' | 'quiet' | 'warn' | 'bad' }
  | { kind: 'reading'; reading: Reading; value: unknown }
  /** Shown, with a button that copies it. */
  | { kind: 'copied'; text: string; what: string }
  /** Only a button that copies it. */
  | { kind: 'secret'; text: string; what: string }
  /** When something was, with its age. */
  | { kind: 'moment'; atMs: number }
  /** When something ends, or that it has. */
  | { kind: 'until'; atMs: number }
  /** Another thing by its name, as a link. `name` where the thing's own row tells it. */
  | { kind: 'thing'; familyId: string; id: string; name: string | null };
export type Line = readonly Piece[];

/** What a fact says, line by line; nothing where the thing has nothing of the kind. */
export type Say = (about: About) => readonly Line[];

export interface FirstFact {
  label: string;
  say: Say;
  /** The further read that it waits for. Its place is kept meanwhile. */
  needs?: string;
  /** Lists that it looks into. */
  looksInto?: readonly string[];
  /** Said until what it needs is there. */
  before?: Say;
  /** Its lines need the whole width: they stand below the label. */
  isWide?: true;
  /** Lines for which place is kept while it waits; what is longer is unfolded. Default: one. */
  room?: number;
  /** Said where there is nothing. Without it, a fact that says nothing is left out, and one that waited for a read says "–". */
  none?: string;
  /** Whether things of that kind have it at all. */
  isFor?: (item: Item) => boolean;
  /** The same from another side, which a person may switch to: what the two are called, and how the other one reads. */
  other?: { own: string; label: string; say: Say };
}

/** Something about the thing that a person should know before all else. */
export interface Strip {
  tone: 'accent' | 'warn';
  lead: string;
  text?: string;
}

/** Things that belong to this one. `as` says what they are to it, where their family's name does not. */
export type Relation = {
  familyId: string;
  as?: string;
} & (
  | {
      /** Ids that this thing names. */
      to: (about: About) => readonly string[];
      /** Whether it names some, where their ids are told only by the list of their family. */
      wants?: (about: About) => boolean;
    }
  | { /** Things that a further read of the panel tells, with their names. */ rows: (about: About) => readonly Item[] }
  | { /** Whether a thing of that family points at this one. */ from: (row: Item, about: About) => boolean }
  | { /** Whether a droplet belongs to it; its name is in the view. */ droplet: (row: DropletRow, about: About) => boolean }
);

/** Operations that do nothing for things of some kind. They stay under "All operations", with the reason. */
export interface Hiding {
  operations: readonly string[];
  because: string;
  /** Without it: for all things of the family. */
  unless?: (item: Item) => boolean;
}

/** The newest things of a list inside, which stand in the panel, each with what a person most likely does with it. */
export interface Newest {
  /** The list that they are in. It is read when the panel opens. */
  familyId: string;
  /** What tells one from the others, beside its name, its state and its age; '' for nothing. */
  detail: (row: Item) => string;
  /** The job that stands beside it as long as it can run, in a word or two; `null`: none. */
  job: (row: Item) => { name: string; label: string } | null;
}

export interface Panel {
  /** Four to eight, in this order. */
  facts: readonly FirstFact[];
  strips?: (about: About) => readonly Strip[];
  related?: readonly Relation[];
  hides?: readonly Hiding[];
  /** How many things lie inside, where the row tells: a path to their list, by the listing operation. */
  counts?: Readonly<Record<string, string>>;
  newest?: Newest;
  /** Kubernetes makes such things too, and sets back what is changed: where its clusters name them. */
  kubernetes?: KubernetesKind;
  /** Whether a database's rule lets the thing in. Their rules are looked into when a person wants to know. */
  trustedBy?: (rule: Item, about: About) => boolean;
  /** Query values of further reads that want some. */
  queries?: Readonly<Record<string, (about: About) => Record<string, string>>>;
  /** The list's row lacks what is shown first, so the thing itself is read at once and not when its facts are unfolded. */
  isReadWhole?: true;
  /** Address of the thing in DigitalOcean's control panel, where it is known. */
  webPage?: (id: string) => string;
}

type FactParts = Partial<Omit<FirstFact, 'label' | 'say' | 'needs'>>;

/** A fact that the thing's row tells. */
export const fact = (label: string, say: Say, more: FactParts = {}): FirstFact => ({ label, say, ...more });

/** A fact that a further read tells. */
export const readFact = (needs: string, label: string, say: Say, more: FactParts = {}): FirstFact => ({
  label,
  say,
  needs,
  ...more,
});
