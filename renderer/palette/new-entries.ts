import type { JobHint } from '../../preload/contract/job.ts';
import type { ConnectionRow } from '../../preload/contract/view.ts';
import { familyGroups } from '../families/all.ts';
import { familyIn } from '../jobs/use-makers.ts';
import type { Page } from '../page/page.ts';
import { operationRoute } from '../routes/operation-route.ts';
import { singularLabel } from '../words/field-names.ts';
import { inSentence } from '../words/in-sentence.ts';
import { paletteWords } from '../words/palette.ts';
import type { PaletteEntry } from './entries.ts';
import type { StartJob } from './offers.ts';

const icon = 'plus';

/**
 * Everything that can be made new: by the jobs of its family, else by the form of the operation that makes it, where the team is
 * chosen too. `teamId`: the team that is shown; `null`: of several, a person chooses one first.
 */
export function newEntries(page: Page, start: StartJob, hints: readonly JobHint[], teamId: string | null): PaletteEntry[] {
  const teams = page.view.rows('connections').filter(({ id }) => teamId === null || id === teamId);
  if (teams.length === 0) return [];
  const makers = hints.filter(({ isNew }) => isNew);
  const byJob = makers.map((hint) => jobEntry(hint, teams, start));
  const made = new Set(makers.map(({ familyId }) => familyId));
  const byForm = familyGroups.flatMap((group) =>
    group.families.flatMap(({ id, title, create, inside }): PaletteEntry[] => {
      if (create === undefined || inside !== undefined || made.has(id)) return [];
      const label = paletteWords.newOne(inSentence(singularLabel(title)));
      const run = () => page.router.go(operationRoute(create, { connectionId: teamId ?? undefined }));
      return [{ id: `new ${id}`, label, icon, detail: group.title, keywords: [...paletteWords.newWords, title], run }];
    }),
  );
  return [...byJob, ...byForm];
}

/** What stands with a list and makes nothing. One that stands with several lists is the same job. */
export function listEntries(page: Page, start: StartJob, hints: readonly JobHint[], teamId: string | null): PaletteEntry[] {
  const teams = page.view.rows('connections').filter(({ id }) => teamId === null || id === teamId);
  if (teams.length === 0) return [];
  return [...new Map(hints.map((hint) => [hint.label, hint])).values()].map((hint) => {
    const title = placeOf(hint.familyId).title;
    const shown = { id: `list ${hint.familyId} ${hint.name}`, label: hint.label, icon: 'play' } as const;
    return inTeams({ ...shown, keywords: [hint.keywords], ...(title ? { detail: title } : {}) }, hint, teams, start);
  });
}

function placeOf(familyId: string) {
  const group = familyGroups.find(({ families }) => families.some(({ id }) => id === familyId));
  return { group, title: group?.families.find(({ id }) => id === familyId)?.title };
}

function jobEntry(hint: JobHint, teams: readonly ConnectionRow[], start: StartJob): PaletteEntry {
  const { familyId, name, label, keywords } = hint;
  const { group, title } = placeOf(familyId);
  // Labels of jobs are read beside their list: there are clusters of two kinds, and three kinds of keys.
  const entry: PaletteEntry = {
    id: `new ${familyId} ${name}`,
    label: title === undefined || !label.endsWith('…') ? label : `${paletteWords.newOne(inSentence(singularLabel(title)))}…`,
    icon,
    // A person may type it as its list is called: "new volumes".
    keywords: [...paletteWords.newWords, label, keywords, ...(title === undefined ? [] : [title])],
    ...(group ? { detail: group.title } : {}),
  };
  return inTeams(entry, hint, teams, start);
}

/** Runs on the family in the only team, or lets a person choose the team. */
function inTeams(
  entry: PaletteEntry,
  { familyId, name }: JobHint,
  teams: readonly ConnectionRow[],
  start: StartJob,
): PaletteEntry {
  const runIn =
    ({ id }: ConnectionRow) =>
    () =>
      start({ name }, familyIn(id, familyId));
  const [only] = teams.length === 1 ? teams : [];
  if (only) return { ...entry, run: runIn(only) };
  const choices = teams.map(
    (team): PaletteEntry => ({
      id: `${entry.id} ${team.id}`,
      label: team.teamName,
      connectionId: team.id,
      run: runIn(team),
    }),
  );
  return { ...entry, inside: () => choices };
}
