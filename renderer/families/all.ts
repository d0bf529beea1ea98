import { ai } from './ai.ts';
import { apps, compute, kubernetes } from './compute.ts';
import { databases, images, storage } from './data.ts';
import type { Family, FamilyGroup } from './family.ts';
import { networking } from './networking.ts';
import { account, billing, monitoring, security } from './people.ts';

/** All families with a designed list, in groups. Droplets are not among them: they have a screen of their own. */
export const familyGroups: readonly FamilyGroup[] = [
  compute,
  kubernetes,
  apps,
  databases,
  storage,
  networking,
  images,
  ai,
  monitoring,
  billing,
  account,
  security,
];

const byId = new Map<string, Family>(familyGroups.flatMap((group) => group.families.map((one) => [one.id, one])));

/** The designed family of a listing operation; `undefined` if it has none. */
export const designedFamily = (id: string): Family | undefined => byId.get(id);

/** The family and the id that a URN such as `do:volume:…` names; `null` if no family has that kind. */
export const familyOfUrn = (urn: string): { family: Family; id: string } | null => {
  const [scheme, kind, ...rest] = urn.split(':');
  if (scheme !== 'do' || rest.length === 0) return null;
  for (const one of byId.values()) if (one.urn !== undefined && one.urn === kind) return { family: one, id: rest.join(':') };
  return null;
};
