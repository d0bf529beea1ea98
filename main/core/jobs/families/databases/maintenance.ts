import { success } from '../../../../../preload/contract/failure.ts';
import { clock } from '../../../../../preload/contract/time-words.ts';
import { choice, option } from '../../fields.ts';
import type { Job, Thing } from '../../job.ts';
import { editStep, openEdit, type Update } from '../../parts/edits.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { clusterPath, whyNotOnline } from './engine.ts';

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** An hour of the day in UTC, as it is here today: "05:00". */
const hereAt = (hour: string, nowMs: number): string => clock(new Date(nowMs).setUTCHours(Number(hour), 0, 0, 0));

const windowOf = (thing: Thing): Update => ({ operationId: 'databases_update_maintenanceWindow', path: clusterPath(thing) });

export const maintenanceJobs: readonly Job[] = [
  {
    name: 'install-update',
    label: 'Install the update now…',
    level: 'disruptive',
    keywords: 'maintenance patch',
    submitLabel: 'Install now',
    isFor: ({ row }) => objectAt(row, 'maintenance_window').pending === true,
    off: whyNotOnline,
    open: ({ thing }) =>
      success({
        lines: [
          ...listAt(objectAt(thing.row, 'maintenance_window'), 'description').map(String),
          'Connections may drop for moments. Otherwise it is installed in the maintenance window.',
        ],
      }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Install', operationId: 'databases_install_update', path: clusterPath(thing) }],
      done: () => `The update of ${thing.name} is being installed.`,
    }),
  },
  {
    name: 'window',
    label: 'Maintenance window…',
    level: 'normal',
    keywords: 'update day hour',
    submitLabel: 'Save',
    open({ thing, ask, nowMs }) {
      const hours = Array.from({ length: 24 }, (_, at) => String(at).padStart(2, '0'));
      return openEdit(ask, windowOf(thing), (window) => {
        const hour = textAt(window, 'hour').slice(0, 2);
        const day = days.find((one) => one === textAt(window, 'day')) ?? null;
        return {
          lines: ['Updates that wait are installed then. Connections may drop for moments.'],
          fields: [
            choice({ name: 'day', label: 'Day (UTC)', choices: days.map((one) => option(one, capital(one))), value: day }),
            choice({
              name: 'hour',
              label: 'From',
              choices: hours.map((one) => option(one, `${one}:00 UTC`, `${hereAt(one, nowMs)} here`)),
              value: hours.includes(hour) ? hour : null,
            }),
          ],
        };
      });
    },
    plan: ({ day, hour }, { thing, nowMs }, opened) => ({
      steps: [
        editStep('Save', windowOf(thing), opened, (window) => {
          // The API writes hours with seconds or without, and takes what it writes.
          const rest = textAt(window, 'hour').length === 5 ? ':00' : ':00:00';
          return { ...window, day: String(day), hour: `${hour}${rest}` };
        }),
      ],
      done: () =>
        `Updates of ${thing.name} are installed on ${capital(String(day))}s from ${hour}:00 UTC (${hereAt(String(hour), nowMs)} here).`,
    }),
  },
];
