import { describe, expect, it } from 'vitest';
import { panelOf } from '../../../../renderer/families/panels/all.ts';
import type { About, Panel, Piece } from '../../../../renderer/families/panels/panel.ts';
import type { Item } from '../../../../renderer/families/value.ts';
import { reasonAgainst } from '../../../../renderer/screens/resources/panel/thing-reads.ts';
import { emptyAbout } from '../../../doubles/invented/empty-about.ts';
import { aPolicyRow } from '../../../doubles/invented/invented-watch-rows.ts';

const about = (more: Partial<About>): About => ({ ...emptyAbout, ...more });
const panel = (familyId: string): Panel => panelOf(familyId) as Panel;

const textOf = (piece: Piece): string =>
  piece.kind === 'text' ? piece.text : piece.kind === 'thing' ? (piece.name ?? piece.id) : piece.kind;

/** What a fact says, line by line. */
const said = (familyId: string, label: string, more: Partial<About>): string[] =>
  (
    panel(familyId)
      .facts.find((fact) => fact.label === label)
      ?.say(about(more)) ?? []
  ).map((line) => line.map(textOf).join(' '));

describe('the panel of an alert policy', () => {
  const now = (policy: Parameters<typeof aPolicyRow>[0]) =>
    said('monitoring_list_alertPolicy', 'Now', { id: 'p1', policies: [aPolicyRow({ uuid: 'p1', firing: [], ...policy })] });

  it('says for which thing it fires, at which value and since when, whatever kind of thing that is', () => {
    const firing = [{ name: 'shop-front', value: '12 %', sinceMs: 5, route: '#/resources' }];
    expect(now({ type: 'v1/insights/lbaas/high_http_request_response_time', state: 'firing', firing })).toEqual([
      'shop-front 12 % since moment',
    ]);
  });

  it('says that it is calm, or how much of it is known', () => {
    expect(now({ state: 'fine' })).toEqual(['Calm, by Buoy’s own reckoning']);
    expect(now({ state: 'unknown', stateText: 'Quiet on 1 of 3' })).toEqual(['Quiet on 1 of 3']);
    expect(said('monitoring_list_alertPolicy', 'Now', { id: 'p2' })).toEqual(['Not reckoned yet']);
    expect(said('monitoring_list_alertPolicy', 'Now', { id: 'p1', item: { enabled: false } })).toEqual([
      'Not watched: it is muted',
    ]);
  });
});

describe('the panel of an agent', () => {
  const against = (operation: string, item: Item) => reasonAgainst(panel('genai_list_agents'), operation, item);

  it('says of operations on what it has nothing of why they are of no use', () => {
    expect(against('genai_detach_agent_guardrail', { guardrails: [] })).toBe('it has no guardrails');
    expect(against('genai_detach_agent_guardrail', { guardrails: [{ name: 'no-secrets' }] })).toBeNull();
    expect(against('genai_detach_agent_function', {})).toBe('it has no functions');
    expect(against('genai_get_agent_children', { child_agents: [] })).toBe('it hands on to no other agent');
    expect(against('genai_get_agent_children', { child_agents: [{ uuid: 'a2' }] })).toBeNull();
    expect(against('genai_detach_knowledge_base', {})).toBe('it answers from no knowledge base');
    expect(against('genai_attach_knowledge_bases', {})).toBe('one by one by “Add knowledge…”');
  });
});

describe('the panel of a log destination', () => {
  const sinks = [
    { destination: { id: 'd1' }, resources: [{ urn: 'do:kubernetes:k1', name: 'harbour' }] },
    { destination: { id: 'd2' }, resources: [{ urn: 'do:kubernetes:k2', name: 'lab' }] },
  ];
  const known = (familyId: string) => (familyId === 'monitoring_list_sinks' ? sinks : null);

  it('names the clusters whose logs go there', () => {
    expect(said('monitoring_list_destinations', 'Sent by', { id: 'd1', known })).toEqual(['harbour']);
    const related = panel('monitoring_list_destinations').related?.find(
      ({ familyId }) => familyId === 'kubernetes_list_clusters',
    );
    expect(related && 'to' in related && related.to(about({ id: 'd1', known }))).toEqual(['k1']);
  });
});

describe('further panels', () => {
  it('name the task of each rule of a model router, and the models that answer it', () => {
    const policies = [
      { task_slug: 'code-review', models: ['m1', 'm2'] },
      { custom_task: { name: 'Rhymes' }, models: ['m3'] },
    ];
    expect(said('genai_list_model_routers', 'Rules', { item: { config: { policies } } })).toEqual([
      'Code review m1, m2',
      'Rhymes m3',
    ]);
  });

  it('say how long an action took, and of what it was where Buoy knows no such family', () => {
    const item = {
      resource_type: 'floating_ip',
      resource_id: 7,
      started_at: '2026-11-20T10:00:00Z',
      completed_at: '2026-11-20T10:01:20Z',
    };
    expect(said('actions_list', 'Took', { item })).toEqual(['1 min 20 s']);
    expect(said('actions_list', 'On', { item })).toEqual(['reserved IP 7']);
  });

  it('relate a project to everything whose row names it', () => {
    const related = panel('projects_list').related ?? [];
    const pointing = related.flatMap((one) => ('from' in one && one.from({ project_id: 'x' }, about({})) ? [one.familyId] : []));
    expect(pointing).toEqual([
      'apps_list',
      'loadBalancers_list',
      'databases_list_clusters',
      'reservedIPs_list',
      'genai_list_agents',
      'genai_list_knowledge_bases',
      'vectorDatabases_list',
      'byoipPrefixes_list',
    ]);
  });
});

describe('the panel of a security scan', () => {
  it('tells a scan that found nothing from one that looked at nothing', () => {
    const found = (status: string) => said('security_list_scans', 'Found', { item: { status, findings: [] } });
    expect(found('CSPM_NOT_ENABLED')).toEqual(['Nothing was looked at: security scans are not turned on for this team']);
    expect(found('SCAN_NOT_RUN')).toEqual(['Nothing was looked at yet']);
    expect(found('COMPLETED')).not.toEqual(found('CSPM_NOT_ENABLED'));
  });
});
