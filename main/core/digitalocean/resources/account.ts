import type { Outcome } from '../../../../preload/contract/failure.ts';
import type { Api, CallOptions } from '../api.ts';
import type { TeamUuid } from './identifiers.ts';
import { callAs, under } from './typed-calls.ts';
import { identifier, integer, oneOf, record, string } from './wire-values.ts';

/** The account and team that a token belongs to. https://docs.digitalocean.com/reference/api/digitalocean/#tag/Account */
export interface Account {
  email: string;
  uuid: string;
  name: string | null;
  status: 'active' | 'warning' | 'locked' | 'unknown';
  /** Droplets that the team may have at once; null when the API does not say: the field needs droplet:read. */
  dropletLimit: number | null;
  /** Null when the API names none. */
  team: { uuid: TeamUuid; name: string } | null;
}

const statuses = ['active', 'warning', 'locked'] as const;

/** An account from the wire; undefined without e-mail or uuid. */
export function parseAccount(raw: unknown): Account | undefined {
  const wire = record(raw);
  const email = string(wire?.email);
  const uuid = identifier(wire?.uuid);
  if (!wire || email === null || uuid === null) return undefined;
  const team = record(wire.team);
  const teamUuid = identifier(team?.uuid);
  return {
    email,
    uuid,
    name: string(wire.name),
    status: oneOf(wire.status, statuses),
    dropletLimit: integer(wire.droplet_limit),
    team: teamUuid === null ? null : { uuid: teamUuid, name: string(team?.name) ?? '' },
  };
}

/** The account and team of the token. */
export function getAccount(api: Api, options: CallOptions = {}): Promise<Outcome<Account>> {
  return callAs(api, 'account_get', { options, parse: under('account', parseAccount) });
}
