import { startDropletAction } from '../families/compute/droplet-actions.ts';
import { createDroplets } from '../families/compute/droplet-create.ts';
import { goDown, removeDroplet } from '../families/compute/droplets.ts';
import { loadMark } from '../families/monitoring/metrics.ts';
import type { Elsewhere } from '../options.ts';
import type { Desk } from '../wire/exchange.ts';
import { Allowance } from '../wire/limits.ts';
import { listOf, type Row, textOf } from '../world/table.ts';
import type { Team } from '../world/team.ts';

/** Things that others do to the account, and what tests may read. */
export function createElsewhere(desk: Desk) {
  const { world } = desk;

  function teamNamed(name: string | undefined): Team {
    const team = world.teams.find((one) => name === undefined || one.name === name);
    if (!team) throw new Error(`The demo has no team ${name}`);
    return team;
  }

  function dropletNamed(team: Team, name: string): Row {
    world.schedule.settle(world.now());
    const droplet = team
      .table('/v2/droplets')
      .list()
      .find((row) => textOf(row, 'name') === name);
    if (!droplet) throw new Error(`The demo has no droplet ${name}`);
    return droplet;
  }

  const start = (name: string, type: string, extra: Row, teamName?: string): number => {
    const team = teamNamed(teamName);
    const droplet = dropletNamed(team, name);
    return Number(startDropletAction(world, team, droplet.id, type, { type, ...extra }).id);
  };

  const elsewhere: Elsewhere = {
    goDown(name, teamName) {
      const team = teamNamed(teamName);
      goDown(world, team, dropletNamed(team, name).id);
    },
    powerOff: (name, teamName) => start(name, 'power_off', {}, teamName),
    startAction: (name, type, extra = {}, teamName) => start(name, type, extra, teamName),
    createDroplet(name, teamName) {
      const body = { name, size: 's-1vcpu-1gb', image: 'debian-12-x64', region: 'fra1' };
      const made = createDroplets(world, teamNamed(teamName), body);
      return Number((made.droplet as Row).id);
    },
    destroyDroplet(name, teamName) {
      const team = teamNamed(teamName);
      removeDroplet(team, dropletNamed(team, name).id);
    },
    setCheck(name, status, teamName) {
      const team = teamNamed(teamName);
      const check = team
        .table('/v2/uptime/checks')
        .list()
        .find((row) => textOf(row, 'name') === name);
      if (!check) throw new Error(`The demo has no uptime check ${name}`);
      team.keep(`/#uptime/${check.id}`, { status, sinceMs: world.now() });
    },
    setLoad(name, percent, teamName) {
      const team = teamNamed(teamName);
      const mark = loadMark(dropletNamed(team, name).id);
      const levels = listOf(
        team.document(mark, () => ({})),
        'levels',
      );
      team.keep(mark, { levels: [...levels, { fromMs: world.now(), percent }] });
    },
    spendRequests(label, count) {
      const token = desk.tokens.find((one) => one.label === label)?.token;
      if (token === undefined) throw new Error(`The demo has no token ${label}`);
      const allowance = desk.allowances.get(token) ?? new Allowance(desk.limits);
      desk.allowances.set(token, allowance);
      allowance.spend(world.now(), count);
    },
  };

  return {
    elsewhere,
    actionsCreated: (dropletId: number) => world.teams.reduce((sum, team) => sum + createdFor(team, dropletId), 0),
    rows: (path: string, teamName?: string): readonly Row[] => {
      world.schedule.settle(world.now());
      return teamNamed(teamName).table(path).list();
    },
  };

  function createdFor(team: Team, dropletId: number): number {
    const rows = team.table('/v2/actions').list();
    return rows.filter(
      (row) =>
        row.resource_id === dropletId &&
        row.resource_type === 'droplet' &&
        Date.parse(textOf(row, 'started_at')) >= Math.floor(world.startMs / 1000) * 1000,
    ).length;
  }
}
