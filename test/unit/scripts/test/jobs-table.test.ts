import type { JSONReport } from '@playwright/test/reporter';
import { describe, expect, it } from 'vitest';
import { jobsTable } from '../../../../scripts/test/jobs-table.ts';

const job = (title: string, status: string, clicks?: string, requests?: string) => ({
  title,
  tests: [
    {
      projectName: 'jobs',
      status,
      annotations:
        clicks === undefined
          ? []
          : [
              { type: 'clicks', description: clicks },
              { type: 'requests', description: requests },
            ],
    },
  ],
});

describe('jobsTable', () => {
  it('has a line for each job, in words whether it went well, and the sums', () => {
    const specs = [
      job('there are forty jobs', 'expected'),
      job('1 attach old-uploads', 'expected', '3 of 3', '1'),
      job('2 grow', 'unexpected', '4 of 3', '2'),
      job('3 delete', 'unexpected'),
    ];
    const report = { suites: [{ specs: [], suites: [{ specs }] }], errors: [] } as unknown as JSONReport;
    expect(jobsTable(report)).toEqual([
      '',
      'Job                   Clicks and keys  Requests  OK',
      '────────────────────  ───────────────  ────────  ───',
      '1 attach old-uploads  3 of 3           1         yes',
      '2 grow                4 of 3           2         NO',
      '3 delete              –                –         NO',
      '',
      '1 of 3 jobs ok, 7 clicks and keys, 3 requests',
    ]);
  });
});
