import type { MetaView, ResourceState, TrayView } from '../../../preload/contract/view.ts';
import type { HostFacts } from '../host-facts.ts';
import { noticeKindViews } from '../notices/all.ts';
import { keepSame } from '../same.ts';
import type { State } from '../state/state.ts';
import { createActionRows } from './action-rows.ts';
import { createAttentionRows } from './attention.ts';
import { createComingRows } from './coming-rows.ts';
import { createConnectionRows } from './connection-rows.ts';
import { createDropletRows } from './droplet-rows.ts';
import { createIncidentRows } from './incident-rows.ts';
import { createMonthRows } from './months.ts';
import { createNoticeRows } from './notice-rows.ts';
import { createPinRows } from './pins/pin-rows.ts';
import type { Tables, View } from './tables.ts';
import { trayView } from './tray/tray.ts';
import { createWatching } from './watching/watching.ts';

/** Computes the view of a state at a time. It remembers its last result, so that parts that did not change stay the same. */
export type ViewOf = (state: State, nowMs: number) => View;

/**
 * The view is what pages and the tray show of the state: rows with their sentences, ready to be drawn. Hosts and pages compute
 * nothing themselves. Every part of it is pure but for what it remembers of its last result: a part that did not change must
 * stay the same object, because patches are found by comparing objects.
 */
export function createViewOf(facts: HostFacts): ViewOf {
  const droplets = createDropletRows();
  const actions = createActionRows();
  const attention = createAttentionRows();
  const connections = createConnectionRows();
  const notices = createNoticeRows();
  const incidents = createIncidentRows();
  const months = createMonthRows();
  const pins = createPinRows();
  const watching = createWatching();
  const coming = createComingRows();
  let meta: MetaView | undefined;
  let tray: TrayView | undefined;

  return (state, nowMs) => {
    const attentionRows = attention(state, nowMs);
    const counts = new Map<string, number>();
    for (const { connectionId } of attentionRows.values()) {
      if (connectionId !== null) counts.set(connectionId, (counts.get(connectionId) ?? 0) + 1);
    }
    const tables: Tables = {
      connections: connections(state, counts, nowMs),
      droplets: droplets(state),
      actions: actions(state),
      notices: notices(state, attentionRows),
      attention: attentionRows,
      resources: state.resources satisfies ReadonlyMap<string, ResourceState>,
      incidents: incidents(state),
      months: months(state),
      pins: pins(state, nowMs),
      runs: state.runs,
      ...watching(state),
      coming: coming(state, nowMs),
    };
    meta = keepSame(meta, metaView(state, facts));
    tray = keepSame(tray, trayView(state, tables, { canQuit: facts.capabilities.quit }, nowMs));
    return { singles: { meta, tray, settings: state.settings }, tables };
  };
}

/** Facts about Buoy as a whole, which belong to no row. */
function metaView(state: State, facts: HostFacts): MetaView {
  const { version, platform, desktop, capabilities } = facts;
  const { isDemoOpen, isOnline, isTrayShown, pause, vaultProblem, setAside, isLoaded } = state;
  return {
    version,
    platform,
    capabilities: { ...capabilities, tray: capabilities.tray && isTrayShown },
    missingTray: capabilities.tray && !isTrayShown ? desktop : null,
    isDemoOpen,
    isOnline,
    pause,
    vaultProblem,
    setAside,
    isLoaded,
    noticeKinds: noticeKindViews,
  };
}
