import type { Operation } from '../../core/digitalocean/catalogue/types.ts';
import { randomOf } from '../world/random.ts';

/** The scopes of a token. */
export type Reach = 'all' | 'read' | readonly string[];

export interface DemoToken {
  /** The team's name, or what the token is for. */
  label: string;
  token: string;
  /** Name of the team that the token belongs to. */
  team: string;
  reach: Reach;
}

/** An invented token, always the same for the same seed and label. */
export function tokenFor(seed: number, label: string): string {
  return `dop_v1_${randomOf(seed, 'token', label).hex(64)}`;
}

const limitedScopes = [
  'account:read',
  'actions:read',
  'droplet:read',
  'image:read',
  'region:read',
  'regions:read',
  'size:read',
  'sizes:read',
];

/** One token with all scopes for each team, one that only reads, and one that reads droplets and little else. */
export function standardTokens(seed: number, teams: readonly string[]): DemoToken[] {
  const first = teams[0] ?? '';
  const full = teams.map((team): DemoToken => ({ label: team, token: tokenFor(seed, team), team, reach: 'all' }));
  return [
    ...full,
    { label: 'read only', token: tokenFor(seed, 'read only'), team: first, reach: 'read' },
    { label: 'limited', token: tokenFor(seed, 'limited'), team: first, reach: limitedScopes },
  ];
}

/** Whether a token's scopes allow an operation: it needs all scopes of any one alternative. */
export function isCovered(reach: Reach, { scopes }: Operation): boolean {
  if (reach === 'all' || scopes.length === 0) return true;
  const holds = (scope: string) => (reach === 'read' ? /:(read|list)$/.test(scope) : reach.includes(scope));
  return scopes.some((all) => all.every(holds));
}

/** Keys for the servers that never get an account token. The same seed gives the same keys. */
export function otherKeys(seed: number): { inferenceKey: string; agentKey: string } {
  return {
    inferenceKey: `sk-do-${randomOf(seed, 'inference key').hex(48)}`,
    agentKey: randomOf(seed, 'agent key').hex(32),
  };
}
