import type { Api } from '../../main/core/digitalocean/api.ts';
import { type FoundOperation, loadIndex, loadTag } from '../../main/core/digitalocean/catalogue/load.ts';
import type { Operation } from '../../main/core/digitalocean/catalogue/types.ts';
import { createApi } from '../../main/core/digitalocean/client.ts';
import { planOf } from '../../main/core/digitalocean/request/plan.ts';
import { prepare } from '../../main/core/digitalocean/request/prepare.ts';
import { Token } from '../../main/core/digitalocean/request/token.ts';
import { createTransport } from '../../main/core/digitalocean/sending/transport.ts';
import { type DemoServer, startDemo } from '../../main/demo/server.ts';
import type { Outcome } from '../../preload/contract/failure.ts';
import { designedFamily } from '../../renderer/families/all.ts';
import { nodeClock, quiet } from '../client/node-api.ts';
import { sampleArguments } from './sample-arguments.ts';

/** What was found out about one operation. Anything that failed is a reason in words. */
export interface Covered {
  operation: Operation;
  /** `null`: a request made from the catalogue passes the client's own check. */
  uncallable: string | null;
  /** `null`: over a socket, the demo account answered it with a status that the operation documents. */
  unanswered: string | null;
  /** Whether the operation lists things. */
  isListing: boolean;
  /** Whether that list has columns of its own in the window. */
  isDesigned: boolean;
}

const far = 1_000_000;
const limits = { minute: far, hour: far };
const pace = { minuteLimit: far, hourLimit: far };

/** Reads come first, then creations, then changes, and deletions last. */
const order = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

/** Sends every operation of the catalogue once, in the reference's order, over a loopback socket. Takes seconds. */
export async function walkOperations(): Promise<Covered[]> {
  const all = await everyOperation();
  const demo = await startDemo({ actionErrorRate: 0, limits });
  const transport = createTransport();
  const token = demo.tokens[0]?.token ?? '';
  const apis = new Map<string, Api>();
  // Limits that some operations share besides the token's own never cross tags, so a new client for each tag starts them afresh.
  const apiOf = ({ tag }: Operation): Api => {
    const api =
      apis.get(tag) ??
      createApi({ transport, clock: nodeClock, random: Math.random, token, baseUrl: demo.baseUrl, pace, log: quiet });
    apis.set(tag, api);
    return api;
  };
  const unanswered = new Map<string, string>();
  try {
    for (const { operation } of all.toSorted((one, other) => rank(one) - rank(other))) {
      const reason = await askDemo(apiOf(operation), demo, operation);
      if (reason !== null) unanswered.set(operation.id, reason);
    }
  } finally {
    await Promise.all([...apis.values()].map((api) => api.close()));
    await transport.close();
    await demo.close();
  }
  return all.map((found) => ({
    operation: found.operation,
    uncallable: reasonAgainst(found),
    unanswered: unanswered.get(found.operation.id) ?? null,
    isListing: found.operation.method === 'GET' && found.operation.collectionKey !== null,
    isDesigned: isDesigned(found.operation.id),
  }));
}

async function everyOperation(): Promise<FoundOperation[]> {
  const { tags } = await loadIndex();
  const files = await Promise.all(tags.map(({ name }) => loadTag(name)));
  return files.flatMap(({ operations, schemas }) => operations.map((operation) => ({ operation, schemas })));
}

const rank = ({ operation }: FoundOperation): number => order.indexOf(operation.method);

/** Droplets have a screen of their own instead of a family. */
const isDesigned = (id: string): boolean => id === 'droplets_list' || designedFamily(id) !== undefined;

/** Both the smallest and the fullest request must pass. */
function reasonAgainst(found: FoundOperation): string | null {
  const plan = planOf(found);
  const sender = { token: new Token('dop_v1_sample'), baseUrl: 'http://127.0.0.1' };
  for (const extent of ['least', 'most'] as const) {
    const prepared = prepare(plan, sampleArguments(found.operation, found.schemas, extent), {}, sender);
    if (!prepared.ok) return prepared.failure.message;
  }
  return null;
}

async function askDemo(api: Api, demo: DemoServer, operation: Operation): Promise<string | null> {
  demo.advance(60_000);
  const sample = demo.sample(operation.id);
  if (!sample) return 'The demo account has nothing to ask about';
  const { body, ...rest } = sample;
  const outcome = await api.call(operation.id, body === undefined ? rest : sample, otherServer(demo, operation));
  return isDocumented(operation, outcome) ? null : reasonOf(outcome);
}

function otherServer({ baseUrl, inferenceKey, agentKey }: DemoServer, { server }: Operation) {
  if (server === 'presigned') return { otherBaseUrl: `${baseUrl}/uploads/sample` };
  if (server === 'inference') return { otherCredential: inferenceKey };
  return server === 'agent' ? { otherCredential: agentKey } : {};
}

/** One operation documents no success, because it is gone: it answers 410. */
function isDocumented({ responses }: Operation, outcome: Outcome<{ status: number }>): boolean {
  if (!outcome.ok) return responses.length === 0 && outcome.failure.status === 410;
  return responses.some(({ status }) => Number(status) === outcome.value.status);
}

const reasonOf = (outcome: Outcome<{ status: number }>): string =>
  outcome.ok ? `answered ${outcome.value.status}, which it does not document` : outcome.failure.message;
