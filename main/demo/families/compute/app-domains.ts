import { isRow, listOf, type Row, rowOf, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import { later, type World } from '../../world/world.ts';

/** How long a domain waits for its record, in the demo's time. */
const confirmedAfterMs = 90_000;

function domainRow(team: Team, spec: Row): Row {
  const name = textOf(spec, 'domain');
  const id = team.random('app domain', name).uuid();
  const validations = [{ txt_name: `_apps-validation.${name}`, txt_value: team.random('app proof', name).hex(24) }];
  // A domain that is kept at DigitalOcean needs no proof.
  const isKept = typeof spec.zone === 'string' && spec.zone !== '';
  return { id, spec, phase: 'CONFIGURING', ...(isKept ? {} : { validations }) };
}

/** The domains of an app by its new spec: those that it has stay as they are, and new ones are confirmed after a while. */
export function domainsFor(world: World, team: Team, apps: string, app: Row): Row[] {
  const before = listOf(app, 'domains').filter(isRow);
  const wanted = listOf(rowOf(app, 'spec'), 'domains').filter(isRow);
  const known = (spec: Row) => before.find((one) => textOf(rowOf(one, 'spec'), 'domain') === spec.domain);
  const rows = wanted.map((spec) => known(spec) ?? domainRow(team, spec));
  for (const { id, phase } of rows) {
    if (phase !== 'CONFIGURING') continue;
    later(world, confirmedAfterMs, () => {
      const now = listOf(team.table(apps).find(app.id) ?? {}, 'domains').filter(isRow);
      team.table(apps).change(app.id, { domains: now.map((one) => (one.id === id ? { ...one, phase: 'ACTIVE' } : one)) });
    });
  }
  return rows;
}
