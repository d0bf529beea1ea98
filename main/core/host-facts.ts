import type { Capabilities } from '../../preload/contract/view.ts';

/** What a host tells the core of itself. */
export interface HostFacts {
  version: string;
  /** `darwin`, `win32` or `linux`. */
  platform: string;
  capabilities: Capabilities;
}
