import { timesOf } from '../../../preload/contract/amounts.ts';
import { count, money } from './numbers.ts';

/** "web-01-2026-11-26": a name that is free, and tells when. */
export const datedName = (name: string, nowMs: number): string => `${name}-${new Date(nowMs).toISOString().slice(0, 10)}`;

/** US dollars a month for a GB of a snapshot or an image of one's own (docs.digitalocean.com, read 2026-11-23). */
const snapshotUsdPerGb = '0.06';

/** "about $1.44 a month". */
export const keepingCost = (gigabytes: number): string => `about ${money(timesOf(snapshotUsdPerGb, gigabytes))} a month`;

/** "1,000 GiB". */
export const gib = (value: number): string => `${count(value)} GiB`;
