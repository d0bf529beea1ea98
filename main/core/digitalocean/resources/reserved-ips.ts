import type { Outcome } from '../../../../preload/contract/failure.ts';
import type { Api, CallOptions } from '../api.ts';
import { listAs } from './typed-calls.ts';
import { integer, record, string } from './wire-values.ts';

/** An address that the team keeps, and the droplet that it leads to. https://docs.digitalocean.com/reference/api/digitalocean/#tag/Reserved-IPs */
export interface ReservedIp {
  address: string;
  /** `null`: it leads nowhere. */
  dropletId: number | null;
}

/** A reserved address from the wire, of either version; undefined without address. */
export function parseReservedIp(raw: unknown): ReservedIp | undefined {
  const wire = record(raw);
  const address = string(wire?.ip);
  if (!wire || address === null || address === '') return undefined;
  return { address, dropletId: integer(record(wire.droplet)?.id) };
}

/** Every reserved IPv4 address of the team. Complete or a failure. */
export function listReservedIps(api: Api, options: CallOptions = {}): Promise<Outcome<ReservedIp[]>> {
  return listAs(api, 'reservedIPs_list', { options, parse: parseReservedIp });
}

/** Every reserved IPv6 address of the team. Complete or a failure. */
export function listReservedIpv6(api: Api, options: CallOptions = {}): Promise<Outcome<ReservedIp[]>> {
  return listAs(api, 'reservedIPv6_list', { options, parse: parseReservedIp });
}
