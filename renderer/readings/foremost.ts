/** The first `limit` rows in an order. Keeps a short sorted list, because sorting thousands of rows to show a few is slow. */
export const foremost = <Row>(rows: readonly Row[], limit: number, compare: (a: Row, b: Row) => number): Row[] => {
  if (limit <= 0) return [];
  if (rows.length <= limit) return [...rows].sort(compare);
  const best: Row[] = [];
  for (const row of rows) {
    const last = best[limit - 1];
    if (last !== undefined && compare(last, row) <= 0) continue;
    let at = best.length;
    while (at > 0 && compare(best[at - 1] as Row, row) > 0) at -= 1;
    best.splice(at, 0, row);
    if (best.length > limit) best.pop();
  }
  return best;
};
