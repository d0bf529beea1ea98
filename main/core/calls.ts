import type { CoreCalls } from '../../preload/contract/bridge.ts';
import { type Failure, failed, type Outcome, success } from '../../preload/contract/failure.ts';
import type { CommandContext } from './commands/context.ts';
import { runCommand } from './commands/run-command.ts';
import { loadIndex, loadTag } from './digitalocean/catalogue/load.ts';
import type { ComingPart, CostsPart, JobsPart, LogsPart, MetricsPart, OperationsPart, ResourcesPart } from './services.ts';
import type { Publisher } from './view/publisher.ts';
import { callWords } from './words/calls.ts';

/** The parts that answer the page's calls. */
export interface CallParts {
  context: CommandContext;
  publisher: Publisher;
  operations: OperationsPart;
  resources: ResourcesPart;
  costs: CostsPart;
  jobs: JobsPart;
  logs: LogsPart;
  metrics: MetricsPart;
  coming: ComingPart;
}

/**
 * Answers the page's calls. A call that throws is a defect of Buoy's: the page gets an `internal` failure, because it can show
 * failures but not exceptions, and the log gets the stack.
 */
export function createCalls(parts: CallParts): CoreCalls {
  const { context, publisher, operations, resources, costs, jobs, logs, metrics, coming } = parts;
  const calls: CoreCalls = {
    openView: async () => success(publisher.open()),
    runCommand: ({ command, confirmation }) => runCommand(context, command, confirmation),
    readCatalogueIndex: async () => success(await loadIndex()),
    async readCatalogueTag({ tag }) {
      const index = await loadIndex();
      if (!index.tags.some((one) => one.name === tag)) return failed({ kind: 'not-found', ...callWords.noSuchTag(tag) });
      return success(await loadTag(tag));
    },
    ...operations.calls,
    ...resources.calls,
    ...costs.calls,
    ...jobs.calls,
    ...logs.calls,
    ...metrics.calls,
    ...coming.calls,
  };
  const guarded = Object.entries(calls).map(([name, call]) => [name, guard(name, call as AnyCall, context)]);
  return Object.fromEntries(guarded) as CoreCalls;
}

type AnyCall = (args: unknown) => Promise<Outcome<unknown>>;

function guard(name: string, call: AnyCall, { log }: CommandContext): AnyCall {
  return async (args) => {
    try {
      return await call(args);
    } catch (error) {
      log.warn(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return failed({ kind: 'internal', ...callWords.defect } satisfies Failure);
    }
  };
}
