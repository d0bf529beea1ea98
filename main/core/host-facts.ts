import type { Capabilities, Desktop } from '../../preload/contract/view.ts';

/** What a host tells the core about itself. None of it changes during a run. */
export interface HostFacts {
  /** Buoy's own version, as people see it. */
  version: string;
  /** `darwin`, `win32` or `linux`. */
  platform: string;
  desktop: Desktop;
  /** What this host can do; `tray`: wherever the desktop lets it. Code asks for a capability, never for the host's name. */
  capabilities: Capabilities;
}
