import type { CatalogueIndex } from '../../preload/contract/catalogue.ts';
import { familyGroups } from '../families/all.ts';
import type { Page } from '../page/page.ts';
import { operationRoute } from '../routes/operation-route.ts';
import { familyHref } from '../routes/resource-place.ts';
import type { PaletteEntry } from './entries.ts';

/** The lists of all families that lie inside nothing. */
export const familyEntries = (page: Page): PaletteEntry[] =>
  familyGroups.flatMap((group) =>
    group.families
      .filter((family) => family.inside === undefined && !family.isFormer)
      .map((family) => ({
        id: `family ${family.id}`,
        label: family.title,
        icon: 'layers',
        detail: group.title,
        run: () => page.router.go(familyHref(family.id)),
      })),
  );

export const operationEntries = (page: Page, index: CatalogueIndex): PaletteEntry[] =>
  index.operations.map((operation) => ({
    id: `operation ${operation.id}`,
    label: operation.title,
    icon: 'code',
    detail: operation.method,
    keywords: [operation.id, operation.path],
    run: () => page.router.go(operationRoute(operation.id)),
  }));
