import type { ComingDeed } from '../../../preload/contract/coming.ts';
import type { ComingKind, LeadKind } from '../../../preload/contract/coming-kinds.ts';
import { isLeadKind, leadsFrom } from '../../../preload/contract/coming-kinds.ts';

const dayMs = 86_400_000;
/** What ended longer ago is still listed, but is near no more. */
const pastNearMs = 30 * dayMs;
/** DigitalOcean renews its certificates weeks before. One that is this near was not renewed, so only then it is told. */
export const renewedDays = 7;

/** Something that ends, is offered, or has a window. Its fields are those of `ComingRow`. */
export interface Coming {
  key: string;
  connectionId: string;
  kind: ComingKind;
  title: string;
  detail: string;
  atMs: number | null;
  endsAtMs: number | null;
  isDay: boolean;
  /** It is renewed before, most likely. */
  isRenewed: boolean;
  route: string;
  deeds: readonly ComingDeed[];
}

type Leads = Readonly<Record<LeadKind, number>>;

/** Days before at which it is told, the earliest first; empty: never. */
export function leadsOf({ kind, atMs, isRenewed }: Pick<Coming, 'kind' | 'atMs' | 'isRenewed'>, leads: Leads): number[] {
  if (atMs === null || !isLeadKind(kind)) return [];
  return leadsFrom(isRenewed ? Math.min(leads[kind], renewedDays) : leads[kind]);
}

/** The last of these times before it that has come, in days; `null`: none has, or it is over. */
export function leadReached(coming: Coming, leads: Leads, nowMs: number): number | null {
  const { atMs } = coming;
  if (atMs === null || atMs <= nowMs) return null;
  return leadsOf(coming, leads).findLast((days) => atMs - nowMs <= days * dayMs) ?? null;
}

/** Whether it is near enough to be told of, or ended a short while ago. */
export function isNear(coming: Coming, leads: Leads, nowMs: number): boolean {
  const [first] = leadsOf(coming, leads);
  if (first === undefined || coming.atMs === null) return false;
  const leftMs = coming.atMs - nowMs;
  return leftMs <= first * dayMs && leftMs > -pastNearMs;
}
