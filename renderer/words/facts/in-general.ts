import { sentences } from '../../../preload/contract/isolates.ts';
import { counted } from '../locale.ts';

/** Words of facts that several families have. */
export const factWords = sentences({
  setBack: 'Kubernetes made this one and sets it back: change it in the cluster.',
  yes: 'Yes',
  no: 'No',
  none: 'None',
  everything: 'Everything',
  gibibytes: (value: number) => `${counted(value, 'GiB', 'GiB')}`,
  gigabytes: (value: number) => `${value.toLocaleString('en-US', { maximumFractionDigits: 2 })} GB`,
  nodes: (count: number) => counted(count, 'node', 'nodes'),
  droplets: (count: number) => counted(count, 'droplet', 'droplets'),
  times: (count: number, what: string) => `${count} × ${what}`,
  of: (part: number, whole: number) => `${part} of ${whole}`,
  percent: (value: number) => `${Math.round(value * 10) / 10}\u00a0%`,
  andMore: (count: number) => `and ${count} more`,
  fewer: 'Show fewer',
  from: (source: string) => `from ${source}`,
  to: (target: string) => `to ${target}`,
  seconds: (value: number) => counted(value, 's', 's'),
  gone: 'which is gone',
  isDefault: 'Yes, new things land here',
});

const dayNames: Readonly<Record<string, string>> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
  any: 'Any day',
};

/** "Tuesday" for `tuesday`; another text stays as it is. */
export const dayName = (day: string): string => dayNames[day.toLowerCase()] ?? day;

/** "03:00 UTC" for `03:00:00` and `03:00`; '' for what is no hour. */
export const utcHour = (hour: string): string => {
  const short = /^\d{2}:\d{2}/.exec(hour)?.[0];
  return short === undefined ? '' : `${short} UTC`;
};
