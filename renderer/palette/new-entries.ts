import { familyGroups } from '../families/all.ts';
import type { Page } from '../page/page.ts';
import { operationRoute } from '../routes/operation-route.ts';
import { singularLabel } from '../words/field-names.ts';
import { inSentence } from '../words/in-sentence.ts';
import { paletteWords } from '../words/palette.ts';
import { frameWords } from '../words/views.ts';
import type { PaletteEntry } from './entries.ts';

const icon = 'plus';
const keywords = paletteWords.newWords;

/**
 * Everything that can be made new, each by the form of the operation that makes it. `teamId`: the team that is shown; `null`: a
 * person chooses the team in the form.
 */
export function newEntries(page: Page, teamId: string | null): PaletteEntry[] {
  const start = { connectionId: teamId ?? undefined };
  const go = (operationId: string) => () => page.router.go(operationRoute(operationId, start));
  const droplet: PaletteEntry = {
    id: 'new droplets_list',
    label: frameWords.newDroplet,
    icon,
    keywords,
    run: go('droplets_create'),
  };
  const others = familyGroups.flatMap((group) =>
    group.families.flatMap(({ id, title, create, inside }): PaletteEntry[] => {
      if (create === undefined || inside !== undefined) return [];
      const label = paletteWords.newOne(inSentence(singularLabel(title)));
      return [{ id: `new ${id}`, label, icon, detail: group.title, keywords, run: go(create) }];
    }),
  );
  return [droplet, ...others];
}
