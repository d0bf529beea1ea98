/**
 * From when on a running action counts as slow while Buoy has not learned how long its kind usually takes. The limits are
 * cautious: each is several times what DigitalOcean says or what such actions take, because a false alarm is worse than a late
 * one, and two finished actions replace them. They decide only whether something is slow, and are never shown as an estimate.
 */
export interface SlowFacts {
  /** In the API's words. */
  type: string;
  resourceType: string;
  /** The droplet's disk; `null`: unknown, or not a droplet. */
  diskGb: number | null;
}

const minuteMs = 60_000;

/** Power, network and settings of a droplet change within a minute. Ten leave room for a busy hypervisor. */
const quickMs = 10 * minuteMs;
/** A shutdown waits for the system inside; DigitalOcean itself gives up after some minutes. */
const shutdownMs = 15 * minuteMs;
/** A droplet is made within a minute or two, and is gone as quickly. */
const makingMs = 20 * minuteMs;

/** Of droplets. */
const dropletMs: Readonly<Record<string, number>> = {
  power_on: quickMs,
  power_off: quickMs,
  power_cycle: quickMs,
  reboot: quickMs,
  shutdown: shutdownMs,
  password_reset: quickMs,
  rename: quickMs,
  enable_ipv6: quickMs,
  enable_private_networking: quickMs,
  enable_backups: quickMs,
  disable_backups: quickMs,
  change_backup_policy: quickMs,
  change_kernel: quickMs,
  create: makingMs,
  destroy: makingMs,
};

/** Of whatever the API lists them with: volumes and addresses change hands within seconds. */
const anyMs: Readonly<Record<string, number>> = {
  attach: quickMs,
  attach_volume: quickMs,
  detach: quickMs,
  detach_volume: quickMs,
  assign: quickMs,
  assign_ip: quickMs,
  unassign: quickMs,
  unassign_ip: quickMs,
};

/**
 * Minutes per GB. "1 to 3 minutes per GB of used disk space" for a snapshot or a backup:
 * https://docs.digitalocean.com/support/how-long-will-my-backup-or-snapshot-take-to-complete/ (read 2026-11-26). A resize takes
 * about one minute per GB of used space, by DigitalOcean's advice on downtime; twice that is allowed, and the same where a
 * disk is written anew. Used space is unknown here, so the whole disk counts.
 */
const perGbMinutes: Readonly<Record<string, number>> = { snapshot: 3, backup: 3, resize: 2, restore: 2, rebuild: 2 };
/** Also for a small disk: the droplet is stopped and started too, and waits for its turn. */
const diskLeastMs = 30 * minuteMs;
/** Counts while the droplet is unknown: the disk of a middle size. */
const unknownDiskGb = 160;

/** Anything else, such as the making of a cluster, the deployment of an app, or a type that is newer than Buoy. */
const unknownMs = 4 * 60 * minuteMs;

/** Milliseconds from which a running action counts as slow. At least ten minutes, whatever its kind. */
export function slowAfterMs({ type, resourceType, diskGb }: SlowFacts): number {
  if (resourceType !== 'droplet') return limitOf(anyMs, type) ?? unknownMs;
  const minutes = limitOf(perGbMinutes, type);
  if (minutes !== undefined) return Math.max(diskLeastMs, minutes * (diskGb ?? unknownDiskGb) * minuteMs);
  return limitOf(dropletMs, type) ?? limitOf(anyMs, type) ?? unknownMs;
}

/** The types are the API's text, so only the table's own keys count. */
const limitOf = (table: Readonly<Record<string, number>>, type: string): number | undefined =>
  Object.hasOwn(table, type) ? table[type] : undefined;
