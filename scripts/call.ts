import { loadIndex } from '../main/core/digitalocean/catalogue/load.ts';
import { locate } from '../main/core/digitalocean/catalogue/locate.ts';
import { similarOperations } from '../main/core/digitalocean/request/similar-operations.ts';
import { argumentWords } from '../main/core/words/api-arguments.ts';
import { assign } from './call/assign.ts';
import { readBody } from './call/body.ts';
import { parseArguments, UsageError, type Wanted } from './call/parse.ts';
import { exitCodeOf, send, toOutput } from './call/send.ts';
import { clearTextWarning, usableKey, usableToken } from './call/token-safety.ts';
import { operationLines, operationUsage, usage } from './call/usage.ts';
import { openNodeApi } from './client/node-api.ts';

/** `npm run call` sends any operation of the API from the command line. Only the body of the answer goes to standard output. */
async function main(): Promise<number> {
  const wanted = parseArguments(process.argv.slice(2));
  if (wanted.list !== null) return write(await operationLines(wanted.list));
  if (wanted.operationId === null) {
    if (wanted.isHelp) return write(usage);
    throw new UsageError(`The operationId is missing.\n\n${usage}`);
  }
  const found = await find(wanted.operationId);
  if (wanted.isHelp) return write(operationUsage(found));
  const body = readBody(found, wanted.body);
  const args = { ...assign(found, wanted.values), ...(body === undefined ? {} : { body }) };
  if (wanted.isAll && found.operation.collectionKey === null) {
    throw new UsageError(`--all: ${argumentWords.notAListing(found.operation.id)}`);
  }
  return call(wanted, found, args);
}

type Found = Awaited<ReturnType<typeof find>>;

async function find(operationId: string) {
  const { operations } = await loadIndex();
  if (operations.some(({ id }) => id === operationId)) return locate(operationId);
  const similar = argumentWords.similar(await similarOperations(operationId));
  throw new UsageError(`${argumentWords.unknownOperation(operationId)} ${similar}`);
}

async function call(wanted: Wanted, { operation }: Found, args: ReturnType<typeof assign>): Promise<number> {
  const token = usableToken(variable(wanted.tokenEnv, '--token-env'), wanted.tokenEnv);
  const warning = clearTextWarning(wanted.baseUrl, wanted.isInsecure);
  if (warning !== null) process.stderr.write(`Note: ${warning}\n`);
  const { credentialEnv } = wanted;
  const credential = credentialEnv === null ? null : usableKey(variable(credentialEnv, '--credential-env'), credentialEnv);
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const api = openNodeApi({ token, baseUrl: wanted.baseUrl });
  const sent = await send(api, operation, args, {
    isAll: wanted.isAll,
    signal: abort.signal,
    onChunk: (text) => process.stdout.write(text),
    ...(credential === null ? {} : { otherCredential: credential }),
    ...(wanted.otherUrl === null ? {} : { otherBaseUrl: wanted.otherUrl }),
  });
  await api.close();
  process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
  if (!sent.ok) {
    process.stderr.write(`${JSON.stringify(sent.failure, null, 2)}\n`);
    return exitCodeOf(sent.failure);
  }
  for (const warning of sent.value.warnings) process.stderr.write(`Note: ${warning}\n`);
  return write(toOutput(sent.value));
}

function variable(name: string, option: string): string {
  const value = process.env[name];
  if (value !== undefined && value.trim() !== '') return value;
  throw new UsageError(`${name} is not set. Put the token there, or name another variable: ${option} NAME`);
}

function write(output: string | Uint8Array): number {
  process.stdout.write(output);
  return 0;
}

// `| head` closes the pipe before everything is written. That is not a failure of Buoy.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
