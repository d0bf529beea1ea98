import type { JobChoice, JobField } from '../../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { money } from '../../../words/numbers.ts';
import { regionWords } from '../../../words/regions.ts';
import { choice, option } from '../../fields.ts';
import type { Ask } from '../../job.ts';
import { objectAt, textAt } from '../../thing.ts';

/* What the AI platform offers to choose from, by name. */

const priceAt = (row: JsonObject, field: string): string | null => {
  const price = objectAt(row, 'pricing')[field];
  return typeof price === 'number' && price > 0 ? money(price) : null;
};

/** "$0.65 in, $0.65 out for a million tokens"; `null` where the API does not tell. */
export function tokenPrice(model: JsonObject): string | null {
  const input = priceAt(model, 'input_price_per_million');
  const output = priceAt(model, 'output_price_per_million');
  if (input === null) return null;
  return `${output === null ? input : `${input} in, ${output} out`} for a million tokens`;
}

export const modelChoices = (models: readonly JsonObject[]): JobChoice[] =>
  models.map((model) => option(textAt(model, 'uuid'), textAt(model, 'name'), tokenPrice(model)));

/** Models that agents can answer with. */
export const readAgentModels = (ask: Ask) => ask.list('genai_list_models', {}, { usecases: 'MODEL_USECASE_AGENT' });

/** Where the AI platform is. */
export function placeField(regions: readonly JsonObject[]): JobField {
  const codes = regions.map((row) => textAt(row, 'region'));
  return choice({
    name: 'region',
    label: 'Region',
    choices: codes.map((code) => option(code, regionWords(code), code)),
    value: codes[0] ?? null,
  });
}

/** The project that something new belongs to: the team's default one, until another is chosen. */
export function projectField(projects: readonly JsonObject[]): JobField {
  const usual = projects.find(({ is_default: isDefault }) => isDefault === true) ?? projects[0];
  return choice({
    name: 'project',
    label: 'Project',
    choices: projects.map((row) => option(textAt(row, 'id'), textAt(row, 'name'))),
    value: usual ? textAt(usual, 'id') : null,
  });
}
