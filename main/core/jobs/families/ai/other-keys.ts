import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import { cleanToken, keyProblem, tokenFacts } from '../../../../../preload/contract/token-shape.ts';
import { agentKeyOf, modelKeyOf } from '../../../names/key-places.ts';
import { keyShapeWords } from '../../../words/connections.ts';
import { choice, option, text, tick } from '../../fields.ts';
import type { Ask, Elsewhere, Job, JobContext } from '../../job.ts';

/* Keys of servers that never get the account token. */

/** Where models of DigitalOcean's own server are asked for. One key of a team opens all of it. */
export const modelPlace = ({ team }: Pick<JobContext, 'team'>): string => modelKeyOf(team);

export const agentPlace = ({ team, thing }: Pick<JobContext, 'team' | 'thing'>): string => agentKeyOf(thing.ownName, team);

/** Asks for the key, unless one is kept: then another one can be given. */
export async function keyFields(ask: Ask, place: string, words: { label: string; hint: string }): Promise<JobField[]> {
  const kept = await ask.hasKey(place);
  // What cannot be looked for can still be typed.
  const hint = kept.ok ? words.hint : `${kept.failure.message} ${words.hint}`;
  const isKept = kept.ok && kept.value;
  const typed = isKept ? { field: 'which', values: ['other'] } : null;
  const which = choice({
    name: 'which',
    label: words.label,
    choices: [option('kept', 'The one that Buoy has'), option('other', 'Another')],
    value: 'kept',
  });
  return [
    ...(isKept ? [which] : []),
    text({ name: 'key', label: words.label, hint, isSecret: true, shownIf: typed }),
    tick({ name: 'isSaved', label: 'Remember it', hint: 'Otherwise Buoy forgets it when it ends.', shownIf: typed }),
  ];
}

/** The key that was typed, for that place. */
export const elsewhere = ({ key, isSaved }: JobValues, place: string): Elsewhere => ({
  place,
  key: key ? cleanToken(String(key)) : null,
  isSaved: isSaved === true,
});

/** What is wrong with a typed key. A token of the account opens everything, so it is sent to nobody else. */
export const wrongKey: NonNullable<Job['wrong']> = ({ key }) => {
  const typed = cleanToken(String(key ?? ''));
  if (/^do[opr]_v1_/.test(typed)) {
    const message = 'This is a token of your account, and goes to no other server.';
    return { field: 'key', message, nextStep: 'Paste the key that was made for it.' };
  }
  return misshapenKey({ key: typed });
};

/** What is wrong with a typed key of another company. */
export const misshapenKey = ({ key }: JobValues): ReturnType<NonNullable<Job['wrong']>> => {
  const typed = cleanToken(String(key ?? ''));
  const problem = keyProblem(typed);
  return problem === null ? null : { field: 'key', ...keyShapeWords[problem](tokenFacts(typed)) };
};
