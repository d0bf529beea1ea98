import type { Json } from '../../../../preload/contract/json.ts';
import type { KeptDownload } from '../../services.ts';
import type { Plan } from '../job.ts';

/** The file that a job saves; `null` if it saves none. */
export function fileOf(plan: Plan, answers: readonly Json[]): KeptDownload | null {
  const file = plan.file?.(answers) ?? null;
  if (file === null) return null;
  const bytes = bytesOf('text' in file ? file.text : answers[file.answer]);
  return { suggestedName: file.name, mediaType: file.mediaType, bytes };
}

/** An answer that is no JSON comes as text, or as bytes where its media type says so. */
const bytesOf = (answer: unknown): Uint8Array =>
  answer instanceof Uint8Array ? answer : new TextEncoder().encode(typeof answer === 'string' ? answer : JSON.stringify(answer));
