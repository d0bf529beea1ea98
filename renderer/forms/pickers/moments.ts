import { formWords } from '../../words/forms.ts';
import type { PickerOption } from './option.ts';

const hour = 3_600_000;
const spans: [keyof typeof formWords.moments, number][] = [
  ['now', 0],
  ['hour', hour],
  ['sixHours', 6 * hour],
  ['day', 24 * hour],
  ['week', 7 * 24 * hour],
  ['twoWeeks', 14 * 24 * hour],
];

/** Whether a parameter is a time in Unix seconds. All metrics take such times, but their schema only says text. */
export const isUnixMoment = (name: string, operationPath: string): boolean =>
  /^(start|end)$/.test(name) && operationPath.startsWith('/v2/monitoring/metrics');

/** Times that people often ask metrics for, as Unix seconds. */
export const momentOptions = (nowMs: number): PickerOption[] =>
  spans.map(([span, agoMs]) => {
    const seconds = Math.floor((nowMs - agoMs) / 1000);
    return { value: String(seconds), label: formWords.moments[span], detail: String(seconds) };
  });
