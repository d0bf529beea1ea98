/** An uptime check with its state, per region of the world that looks. */
export interface UptimeState {
  checkId: string;
  name: string;
  target: string;
  isEnabled: boolean;
  /** `down`: at least one region says so. `unknown`: not checked yet. */
  status: 'up' | 'down' | 'unknown';
  /** Regions that see it down. */
  downIn: readonly string[];
  /** When the state last changed, as the API says; `null`: unknown. */
  changedAtMs: number | null;
}

/** An alert policy on one entity, as Buoy evaluates it: the API has no state for it. */
export interface AlertState {
  /** `policyUuid/entityId`. */
  key: string;
  policyUuid: string;
  description: string;
  /** The API's type, such as `v1/insights/droplet/cpu`. */
  type: string;
  comparison: 'GreaterThan' | 'LessThan';
  threshold: number;
  dropletId: number;
  /** Last value of the same window, `null`: no data. */
  value: number | null;
  isFiring: boolean;
  changedAtMs: number;
}
