import type { AlertPolicy } from '../digitalocean/resources/alert-policies.ts';
import type { Droplet } from '../digitalocean/resources/droplets.ts';
import type { WatchedThing } from '../digitalocean/resources/watched-things.ts';
import type { ThingKind } from './policy-metrics.ts';

/** Something that a policy is about. */
export interface Thing {
  kind: ThingKind;
  id: string;
  name: string;
  tags: readonly string[];
  /** A droplet that is off sends no samples. */
  isOff: boolean;
  /** Its size, as the API names it; `null`: unknown. */
  size: string | null;
  engine: string | null;
}

/** Kinds of thing besides droplets. `null`: they could not be read, or have not been yet. */
export type OtherThings = Readonly<Record<Exclude<ThingKind, 'droplet'>, readonly WatchedThing[] | null>>;

/** What a policy covers. */
export interface Cover {
  things: readonly Thing[];
  /** Ids that it names and that are not there (any more). */
  gone: readonly string[];
  /** False: what there is of this kind is not known. */
  isKnown: boolean;
}

/**
 * Returns a function that tells what a policy covers: what it names, what has one of its tags, or all of its kind. Policies often
 * cover the same, so each cover is found once.
 */
export function coversOf(
  droplets: ReadonlyMap<number, Droplet>,
  others: OtherThings,
): (policy: AlertPolicy, kind: ThingKind) => Cover {
  const kinds = new Map<ThingKind, Found | null>();
  const covers = new Map<string, Cover>();

  function found(kind: ThingKind): Found | null {
    const known = kinds.get(kind);
    if (known !== undefined) return known;
    const things =
      kind === 'droplet' ? [...droplets.values()].map(dropletThing) : (others[kind]?.map((one) => otherThing(kind, one)) ?? null);
    const made = things && foundOf(things);
    kinds.set(kind, made);
    return made;
  }

  return (policy, kind) => {
    const key = JSON.stringify([kind, policy.isAboutAll, policy.entities, policy.tags]);
    const known = covers.get(key);
    if (known) return known;
    const cover = coverOf(policy, found(kind));
    covers.set(key, cover);
    return cover;
  };
}

const dropletThing = ({ id, name, tags, status, sizeSlug }: Droplet): Thing => ({
  kind: 'droplet',
  id: String(id),
  name,
  tags,
  isOff: status !== 'active',
  size: sizeSlug,
  engine: null,
});
const otherThing = (kind: ThingKind, { id, name, tags, engine }: WatchedThing): Thing => ({
  kind,
  id,
  name,
  tags,
  isOff: false,
  size: null,
  engine,
});

interface Found {
  all: readonly Thing[];
  byId: ReadonlyMap<string, Thing>;
  byTag: ReadonlyMap<string, readonly Thing[]>;
}

function foundOf(all: readonly Thing[]): Found {
  const byTag = new Map<string, Thing[]>();
  for (const thing of all) {
    for (const tag of thing.tags) {
      const tagged = byTag.get(tag);
      if (tagged) tagged.push(thing);
      else byTag.set(tag, [thing]);
    }
  }
  return { all, byId: new Map(all.map((thing) => [thing.id, thing])), byTag };
}

function coverOf({ isAboutAll, entities, tags }: AlertPolicy, found: Found | null): Cover {
  if (found === null) return { things: [], gone: [], isKnown: false };
  if (isAboutAll) return { things: found.all, gone: [], isKnown: true };
  const named = entities.map((id) => found.byId.get(id)).filter((thing) => thing !== undefined);
  const tagged = tags.flatMap((tag) => found.byTag.get(tag) ?? []);
  return { things: [...new Set([...named, ...tagged])], gone: entities.filter((id) => !found.byId.has(id)), isKnown: true };
}
