/** Seconds of a local day for which a check was seen up, down, or for which nobody knows. */
export interface UptimeDay {
  /** Such as `2026-11-23`, by the machine's time zone when it was seen. */
  day: string;
  upSeconds: number;
  downSeconds: number;
  unknownSeconds: number;
}

/** What was seen from one time to another, Unix milliseconds. */
export interface Seen {
  fromMs: number;
  toMs: number;
  status: 'up' | 'down' | 'unknown';
}

/** Today and the 29 days before it. */
export const daysKept = 30;

const two = (value: number): string => String(value).padStart(2, '0');
export const dayOf = (atMs: number): string => {
  const at = new Date(atMs);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};
const nextDayMs = (atMs: number): number => {
  const at = new Date(atMs);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1).getTime();
};

/** A look at a check. */
export interface Look {
  atMs: number;
  status: Seen['status'];
  /** Since when it is so; `null`: the API does not say. */
  sinceMs: number | null;
  /** The last outage that is over; `null`: none is known. */
  outage: { startedAtMs: number; endedAtMs: number } | null;
}

/**
 * What can be said of the time between two looks. The API says since when a check is as it is, and of one outage before that. What
 * lies before is known only if the last look was short ago: a check may come and go while nobody looks. `before` null: it is the
 * first look, which knows no more than the API says.
 */
export function seenBetween(before: Pick<Look, 'atMs' | 'status'> | null, now: Look, trustMs: number): Seen[] {
  if (before === null) return saidAtFirst(now);
  if (now.atMs <= before.atMs) return [];
  const within = (atMs: number) => Math.min(Math.max(atMs, before.atMs), now.atMs);
  // Without a time of change, it was until now as it was found before.
  const changedMs = now.status === 'unknown' || now.sinceMs === null ? now.atMs : within(now.sinceMs);
  const earlier = now.atMs - before.atMs <= trustMs ? before.status : 'unknown';
  const [downMs, upMs] = now.outage ? [within(now.outage.startedAtMs), within(now.outage.endedAtMs)] : [changedMs, changedMs];
  const pieces: Seen[] = [
    { fromMs: before.atMs, toMs: Math.min(downMs, changedMs), status: earlier },
    { fromMs: downMs, toMs: Math.min(upMs, changedMs), status: 'down' },
    { fromMs: upMs, toMs: changedMs, status: earlier },
    { fromMs: changedMs, toMs: now.atMs, status: now.status },
  ];
  return pieces.filter(({ fromMs, toMs }) => toMs > fromMs);
}

/** What the API alone says: since when it is as it is, and the outage before that. */
function saidAtFirst({ atMs, status, sinceMs, outage }: Look): Seen[] {
  const fromMs = atMs - daysKept * 86_400_000;
  const pieces: Seen[] = [
    ...(outage ? [{ fromMs: Math.max(outage.startedAtMs, fromMs), toMs: outage.endedAtMs, status: 'down' as const }] : []),
    ...(sinceMs === null || status === 'unknown' ? [] : [{ fromMs: Math.max(sinceMs, fromMs), toMs: atMs, status }]),
  ];
  return pieces.filter((piece) => piece.toMs > piece.fromMs);
}

/** The days with what was seen added, split at local midnights; only the latest are kept. */
export function withSeen(days: readonly UptimeDay[], seen: readonly Seen[]): readonly UptimeDay[] {
  if (seen.length === 0) return days;
  const byDay = new Map(days.map((one) => [one.day, one]));
  for (const { fromMs, toMs, status } of seen) {
    for (let atMs = fromMs; atMs < toMs; ) {
      const untilMs = Math.min(nextDayMs(atMs), toMs);
      const day = dayOf(atMs);
      const known = byDay.get(day) ?? { day, upSeconds: 0, downSeconds: 0, unknownSeconds: 0 };
      const field = `${status}Seconds` as const;
      byDay.set(day, { ...known, [field]: known[field] + Math.round((untilMs - atMs) / 1000) });
      atMs = untilMs;
    }
  }
  return [...byDay.values()].sort((one, other) => one.day.localeCompare(other.day)).slice(-daysKept);
}
