/** Trouble that DigitalOcean reports on its status page and that is not over. */
export interface Incident {
  id: string;
  /** DigitalOcean's own title, as it stands. */
  title: string;
  impact: 'minor' | 'major' | 'critical' | 'unknown';
  /** How far DigitalOcean is with it. */
  status: 'investigating' | 'identified' | 'monitoring' | 'unknown';
  /** Unix milliseconds; `null`: not told. */
  startedAtMs: number | null;
  updatedAtMs: number | null;
  /** What it touches. Empty: the page names nothing. */
  parts: readonly IncidentPart[];
}

/** A product in a region. */
export interface IncidentPart {
  /** As the status page calls it, such as "Droplets". */
  product: string;
  /** In lower case, such as `fra1`; `null`: everywhere. */
  regionSlug: string | null;
}

/** What the status page said last. */
export interface StatusPage {
  incidents: readonly Incident[];
  /**
   * Regions in which a connection has things of a family, by connection and the operation that lists the family. Only of families
   * that an incident is about; a family that could not be read is not there.
   */
  uses: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

export const nothingReported: StatusPage = { incidents: [], uses: new Map() };
