interface Planned {
  atMs: number;
  order: number;
  run: () => void;
}

/**
 * What will happen in the simulated account. There are no timers: `settle` runs whatever is due, and every request settles
 * first. So after a sleep of the machine everything has happened meanwhile, and tests move the clock instead of waiting.
 */
export interface Schedule {
  at(atMs: number, run: () => void): void;
  /** Runs everything that is due by `nowMs` in the order of time, even what is planned while it runs. */
  settle(nowMs: number): void;
  /** The simulated moment: the planned time while something planned runs, else the time that was last settled. */
  moment(): number;
}

/** A binary heap, because ten thousand droplets may each have an action. */
export function createSchedule(startMs: number): Schedule {
  const heap: Planned[] = [];
  let order = 0;
  let momentMs = startMs;
  const isBefore = (one: Planned, other: Planned) =>
    one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);

  function lift(from: number): void {
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!swapIfBefore(index, parent)) return;
      index = parent;
    }
  }

  function swapIfBefore(child: number, parent: number): boolean {
    const [below, above] = [heap[child], heap[parent]];
    if (!below || !above || !isBefore(below, above)) return false;
    heap[child] = above;
    heap[parent] = below;
    return true;
  }

  function sink(): void {
    let index = 0;
    for (;;) {
      const left = index * 2 + 1;
      const [one, other] = [heap[left], heap[left + 1]];
      if (!one) return;
      const child = other && isBefore(other, one) ? left + 1 : left;
      if (!swapIfBefore(child, index)) return;
      index = child;
    }
  }

  function takeDue(nowMs: number): Planned | undefined {
    const first = heap[0];
    if (!first || first.atMs > nowMs) return undefined;
    const last = heap.pop();
    if (last && last !== first) {
      heap[0] = last;
      sink();
    }
    return first;
  }

  return {
    at(atMs, run) {
      order += 1;
      heap.push({ atMs, order, run });
      lift(heap.length - 1);
    },
    settle(nowMs) {
      for (let due = takeDue(nowMs); due; due = takeDue(nowMs)) {
        momentMs = Math.max(momentMs, due.atMs);
        due.run();
      }
      momentMs = Math.max(momentMs, nowMs);
    },
    moment: () => momentMs,
  };
}
