import type { Capabilities } from '../../preload/contract/view.ts';

/** What a host tells the core about itself. None of it changes during a run. */
export interface HostFacts {
  /** Buoy's own version, as people see it. */
  version: string;
  /** `darwin`, `win32` or `linux`. */
  platform: string;
  /** What this host can do. Code asks for a capability, never for the host's name. */
  capabilities: Capabilities;
}
