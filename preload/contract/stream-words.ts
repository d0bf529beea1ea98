import { isObject, type Json } from './json.ts';

/** What an event stream says to its reader: the words of a model, joined. */
export interface StreamReading {
  /** The joined words; '' if the events contain none. */
  words: string;
  events: number;
}

/**
 * Reads `data:` events. The words are in `choices[].delta.content` (chat completions), `delta.text` (messages) or `delta`
 * (responses). An incomplete event at the end is skipped until the rest of it arrives.
 */
export function readStream(text: string): StreamReading {
  let words = '';
  let events = 0;
  for (const block of text.split(/\r?\n\r?\n/)) {
    const data = block
      .split(/\r?\n/)
      .filter((line) => line.startsWith('data:'))
      .map((line) => line.slice(5).replace(/^ /, ''))
      .join('\n');
    if (data === '') continue;
    events += 1;
    words += wordsOf(parsed(data));
  }
  return { words, events };
}

function parsed(data: string): Json {
  try {
    return JSON.parse(data) as Json;
  } catch {
    // The last event of a chat is no JSON, and one that is still arriving is not whole.
    return null;
  }
}

function wordsOf(event: Json): string {
  if (!isObject(event)) return '';
  if (Array.isArray(event.choices)) return event.choices.map((choice) => (isObject(choice) ? choiceWords(choice) : '')).join('');
  if (typeof event.delta === 'string') return event.delta;
  return isObject(event.delta) && typeof event.delta.text === 'string' ? event.delta.text : '';
}

function choiceWords(choice: { [name: string]: Json }): string {
  if (isObject(choice.delta) && typeof choice.delta.content === 'string') return choice.delta.content;
  return typeof choice.text === 'string' ? choice.text : '';
}
