/** How bad a line sounds; `null`: like any other. */
export type LogLevel = 'error' | 'warn' | null;

/** A level stands near the beginning, or behind the name of its field in a line of JSON. */
const lookedAt = 160;
const error = /(?:^|[^\w/.-])(?:error|err|fatal|critical|panic|unhandled\w*|exception|\w{2,}(?:Error|Exception))(?![\w/-])/i;
const warn = /(?:^|[^\w/.-])(?:warn|warning)(?![\w/-])/i;
/** How programs go on to say where an error came from. */
const trace = /^\s+at .+[:)]/;

/** Reads how bad a line is from what it says. That is a guess, so it only colours. */
export function levelOf(text: string): LogLevel {
  const beginning = text.slice(0, lookedAt);
  if (error.test(beginning) || trace.test(beginning)) return 'error';
  return warn.test(beginning) ? 'warn' : null;
}
