/** What Windows makes of the arguments that a program is started with. */

/** The one command line that libuv makes of arguments: those with blanks or quotes are quoted, others are not. */
export function commandLineOf(args: readonly string[], isVerbatim: boolean): string {
  return args.map((arg) => (isVerbatim || !/[\s"]/.test(arg) ? arg : `"${arg.replace(/"/g, '\\"')}"`)).join(' ');
}

export interface ConsoleRun {
  title: string | null;
  program: string;
  args: string[];
  /** What the console does when the program failed. */
  onFailure: string | null;
}

/** What `cmd` runs in the window that `start` opens. */
export function consoleOf(commandLine: string): ConsoleRun {
  const [name, ...words] = wordsOf(commandOf(commandLine));
  if (name !== 'start') throw new Error(`cmd runs ${name} without a window`);
  // Only a quoted first word is a title.
  const title = words[0]?.startsWith('"') ? unquoted(words.shift() ?? '') : null;
  const program = unquoted(words.shift() ?? '');
  if (!/cmd\.exe$/i.test(program)) return { title, program, args: words.map(unquoted), onFailure: null };
  const [inside = '', onFailure = null] = commandOf(words.join(' ')).split(' || ');
  const [inner = '', ...args] = wordsOf(inside).map(unquoted);
  return { title, program: inner, args, onFailure };
}

/** The command after `/c`; with `/s` the first and the last quote are taken off, whatever is between them. */
function commandOf(commandLine: string): string {
  const [, switches = '', command = ''] = /^((?:\/[ds] )*)\/c (.*)$/.exec(commandLine) ?? [];
  if (command === '') throw new Error(`cmd has nothing to run in: ${commandLine}`);
  return switches.includes('/s') && command.startsWith('"') ? command.slice(1, -1) : command;
}

/** Words end at blanks outside quotes; an operator outside quotes would end the command of this console instead. */
function wordsOf(command: string): string[] {
  const words = [...command.matchAll(/(?:"[^"]*"|[^\s"])+/g)].map(([word]) => word);
  const operator = words.find((word) => /[&|<>]/.test(word.replace(/"[^"]*"/g, '')));
  if (operator !== undefined) throw new Error(`cmd reads ${operator} itself`);
  return words;
}

const unquoted = (word: string) => word.replace(/"/g, '');
