import { success } from '../../../preload/contract/failure.ts';
import type { ComingPart, CoreServices, OperationsPart } from '../services.ts';
import { calendarOf } from './calendar.ts';

const suggestedName = 'coming-up.ics';

/** Makes the calendar file that a person saves. */
export const createComingPart = (
  { state, clock }: Pick<CoreServices, 'state' | 'clock'>,
  keep: OperationsPart['keepDownload'],
): ComingPart => ({
  calls: {
    async saveCalendar(choice) {
      const { text, entries } = await calendarOf(state().connections.values(), choice, clock.now());
      const bytes = new TextEncoder().encode(text);
      return success({ downloadId: keep({ suggestedName, mediaType: 'text/calendar', bytes }), entries });
    },
  },
});
