import { accepted, bodyOf, type Call, noContent, ok, type Reply, rowIn } from '../../wire/call.ts';
import { listReply } from '../../wire/paging.ts';
import { isRow, listOf, type Row, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import type { Family } from '../family.ts';

const places = '/v2/monitoring/sinks/destinations';
const sinks = '/v2/monitoring/sinks';

const idIn = (team: Team, path: string, name: string): string =>
  textOf(
    team
      .table(path)
      .list()
      .find((row) => row.name === name),
    'id',
  );

const destination = (team: Team, name: string, index_name: string): Row => ({
  id: team.random('destination', name).uuid(),
  name,
  type: 'opensearch_ext',
  config: {
    id: team.random('destination config', name).uuid(),
    endpoint: `https://${name}.example.com:9200`,
    index_name,
    retention_days: 14,
  },
});

/** Whether its urn is the sink's own: only then does an answer tell by what it can be named. */
const ownUrn = (id: string): string => `do:sink:${id}`;

const sinkOf = (team: Team, to: Row, cluster: string, urn: (id: string, resource: string) => string): Row => {
  const id = team.random('sink', cluster).uuid();
  const resource = `do:kubernetes:${idIn(team, '/v2/kubernetes/clusters', cluster)}`;
  return { id, urn: urn(id, resource), destination: to, resources: [{ urn: resource, name: cluster }] };
};

/** The API names sinks by an id that neither of its answers has a field for. */
const shown = ({ id: _, ...row }: Row): Row => row;

/** What is accepted may still come to nothing, as to a destination that is not there. */
function send(call: Call): Reply {
  const { destination_uuid } = bodyOf(call);
  const to = call.team.table(places).find(destination_uuid);
  const id = call.team.random('sink', call.world.nextId()).uuid();
  const resources = listOf(bodyOf(call), 'resources').filter(isRow);
  if (to) call.team.table(sinks).add({ id, urn: ownUrn(id), destination: to, resources });
  return accepted();
}

/** With a destination go the sinks that send there. */
function removeDestination(call: Call): Reply {
  const { id } = rowIn(call, places, call.path.destination_uuid);
  call.team.table(places).remove(id);
  const table = call.team.table(sinks);
  for (const row of [...table.list()]) if (isRow(row.destination) && row.destination.id === id) table.remove(row.id);
  return noContent();
}

/** Where logs of Kubernetes clusters are sent. */
export const logSinks: Family = {
  seeds: {
    [places]: ({ team }) =>
      team.breadth !== 'full' ? [] : [destination(team, 'logbook', 'harbour'), destination(team, 'tide-archive', 'lab')],
    [sinks]: ({ team }) => {
      const [logbook, archive] = team.table(places).list();
      if (!logbook || !archive) return [];
      return [
        sinkOf(team, logbook, 'harbour', ownUrn),
        // As the published answers may be read too: with what it sends in the place of its own name.
        sinkOf(team, archive, 'lab', (_id, resource) => resource),
      ];
    },
  },
  handlers: {
    monitoring_list_sinks: (call) => listReply(call, call.team.table(sinks), call.team.table(sinks).list().map(shown)),
    monitoring_get_sink: (call) => ok({ sink: shown(rowIn(call, sinks, call.path.sink_uuid)) }),
    monitoring_create_sink: send,
    monitoring_delete_destination: removeDestination,
  },
};
