/** What the command line asks for, before the catalogue is read. */
export interface Wanted {
  operationId: string | null;
  /** `name=value` in the order given; a name may come more than once. */
  values: [name: string, value: string][];
  /** JSON text, or `@file`; `@-` is standard input. */
  body: string | null;
  isAll: boolean;
  isHelp: boolean;
  /** The token may travel in clear to another machine. */
  isInsecure: boolean;
  list: string | null;
  baseUrl: string | null;
  tokenEnv: string;
  /** Name of the variable that holds the key of another server: inference, agents. */
  credentialEnv: string | null;
  otherUrl: string | null;
}

/** Bad usage: its message names what is wrong and what is expected. The program ends with 2. */
export class UsageError extends Error {}

const valued = ['--body', '--base-url', '--token-env', '--credential-env', '--url', '--list'] as const;
type Valued = (typeof valued)[number];

const isValued = (name: string): name is Valued => valued.some((one) => one === name);

/** Reads the arguments after the program's name. Throws a `UsageError` for anything it does not know. */
export function parseArguments(args: readonly string[]): Wanted {
  const given = new Map<Valued, string>();
  const values: [string, string][] = [];
  const positional: string[] = [];
  const flags = new Set<string>();
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? '';
    const [name = '', inline] = word.startsWith('--') ? splitOnce(word) : [''];
    if (isValued(name)) {
      if (inline === undefined) index += 1;
      const value = inline ?? args[index];
      if (value === undefined && name !== '--list') throw new UsageError(`${name} needs a value: ${name} ${placeholder[name]}`);
      if (given.has(name)) throw new UsageError(`${name} was given twice.`);
      given.set(name, value ?? '');
    } else if (['--all', '--help', '--insecure'].includes(name) || word === '-h') flags.add(word === '-h' ? '--help' : name);
    else if (word.startsWith('--'))
      throw new UsageError(`There is no option ${name}. Known are --all, --help, --insecure, ${valued.join(', ')}.`);
    else if (positional.length > 0 && word.includes('=')) values.push(pair(word));
    else if (positional.length === 0) positional.push(word);
    else throw new UsageError(`${word} is not an argument. Expected name=value, such as per_page=50.`);
  }
  return {
    operationId: positional[0] ?? null,
    values,
    body: given.get('--body') ?? null,
    isAll: flags.has('--all'),
    isHelp: flags.has('--help'),
    isInsecure: flags.has('--insecure'),
    list: given.get('--list') ?? null,
    baseUrl: given.get('--base-url') ?? null,
    tokenEnv: given.get('--token-env') ?? 'DIGITALOCEAN_TOKEN',
    credentialEnv: given.get('--credential-env') ?? null,
    otherUrl: given.get('--url') ?? null,
  };
}

const placeholder: Record<Valued, string> = {
  '--body': "'{…}' or @file",
  '--base-url': 'http://127.0.0.1:4820',
  '--token-env': 'NAME',
  '--credential-env': 'NAME',
  '--url': 'https://…',
  '--list': 'WORD',
};

function splitOnce(word: string): [string, string | undefined] {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

function pair(word: string): [string, string] {
  const at = word.indexOf('=');
  return [word.slice(0, at), word.slice(at + 1)];
}
