import { z } from 'zod';

/** A list of which each row is read by itself: one that cannot be read is left out, and costs no other. */
export const rowsOf = <Row>(row: z.ZodType<Row>) =>
  z.array(z.unknown()).transform((rows) =>
    rows.flatMap((one) => {
      const read = row.safeParse(one);
      return read.success ? [read.data] : [];
    }),
  );
