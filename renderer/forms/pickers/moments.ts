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

/** Whether a parameter is a moment in Unix seconds, as all metrics take them: the schema calls it a mere text. */
export const isUnixMoment = (name: string, operationPath: string): boolean =>
  /^(start|end)$/.test(name) && operationPath.startsWith('/v2/monitoring/metrics');

/** Moments that people ask metrics for, as Unix seconds. */
export const momentOptions = (nowMs: number): PickerOption[] =>
  spans.map(([span, agoMs]) => {
    const seconds = Math.floor((nowMs - agoMs) / 1000);
    return { value: String(seconds), label: formWords.moments[span], detail: String(seconds) };
  });
