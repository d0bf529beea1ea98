import type { Failure, HeldWindow } from '../../../preload/contract/failure.ts';
import { sentences } from '../../../preload/contract/isolates.ts';
import { adviceFor } from './refusals.ts';
import { untilWords, waitWords } from './waiting.ts';

export type FailureText = Pick<Failure, 'message' | 'nextStep'>;

/** What failed: "GET /v2/droplets/1". */
export interface Subject {
  method: string;
  path: string;
}

/** A request and its operation, whose advice may be its own. */
type Operation = Subject & { operationId: string };

/** What each status says about the thing, and what then helps most. */
const refusedBecause: Readonly<Partial<Record<number, string>>> = {
  409: 'it conflicts with how things are now',
  412: 'something that it needs is missing',
  423: 'the thing is locked',
  424: 'something that it depends on failed',
};
const afterRefused: Readonly<Partial<Record<number, string>>> = {
  412: 'Look at what it needs, then try again.',
  423: 'Something is changing it: try again when that is done.',
  424: 'Look at what it depends on first.',
};

/** Where a change collides with how things are now, by what it does. */
const afterCollision: Readonly<Record<string, string>> = {
  DELETE: 'Something may still use it, or another change may still run: look at it again.',
  GET: 'It may not be ready for that yet: look at it again.',
};

const afterRefusal = (method: string, status: number): string =>
  (status === 409
    ? (afterCollision[method] ?? 'The name may be taken, or another change may still run: look at it again.')
    : afterRefused[status]) ?? 'Look at it again, then decide.';

const adviceOn = ({ operationId }: Operation, status: number): string | undefined =>
  Object.hasOwn(adviceFor, operationId) ? adviceFor[operationId]?.[status] : undefined;

const named = ({ method, path }: Subject): string => `${method} ${path}`;

/** The API's own words, if it gave any, as the end of a sentence. */
const because = (message: string | null): string => (message === null ? '.' : `: ${message.replace(/[.\s]+$/, '')}.`);

const behind = (proxy: string | null): string => (proxy === null ? '' : ` through the proxy ${proxy}`);

const inAMoment = 'Try again in a moment.';

/** Sentences about calls that failed: what happened, to what, and what to do next. */
export const failureWords = sentences({
  unauthorized: (subject: Subject): FailureText => ({
    message: `DigitalOcean refused the token at ${named(subject)}.`,
    nextStep: 'It may be deleted or expired: replace it with a new one.',
  }),
  unauthorizedElsewhere: (subject: Subject): FailureText => ({
    message: `${named(subject)} needs a key of its own: the account token does not work there.`,
    nextStep: 'Choose the key of that model or agent.',
  }),
  forbidden: (subject: Subject, scopes: readonly string[], said: string | null): FailureText => ({
    message: `This token may not do ${named(subject)}${because(said)}`,
    nextStep:
      scopes.length === 0
        ? 'Use a token with more rights, or ask the owner of the team.'
        : `Use a token with ${scopes.join(' and ')}.`,
  }),
  notFound: (subject: Subject): FailureText => ({
    message: `There is nothing at ${subject.path}.`,
    nextStep: 'It may have been deleted, or it belongs to another team.',
  }),
  gone: (subject: Operation): FailureText => ({
    message: `There is nothing at ${subject.path} any more.`,
    nextStep: adviceOn(subject, 410) ?? 'It was deleted, or DigitalOcean retired this operation.',
  }),
  /** A change was refused because of how things are now. */
  conflict: (subject: Operation, status: number, said: string | null): FailureText => ({
    message: `DigitalOcean refused ${named(subject)}, because ${refusedBecause[status] ?? 'of how things are now'}${because(said)}`,
    nextStep: adviceOn(subject, status) ?? afterRefusal(subject.method, status),
  }),
  unprocessable: (subject: Operation, said: string | null): FailureText => ({
    message: `DigitalOcean could not do ${named(subject)}${because(said)}`,
    nextStep:
      adviceOn(subject, 422) ??
      (said === null ? 'Look at what you sent, and at the thing itself.' : 'Correct that, then send it again.'),
  }),
  throttled: (subject: Subject, untilMs: number, nowMs: number): FailureText => ({
    message: `DigitalOcean throttles requests ${untilWords(untilMs, nowMs)}, so ${named(subject)} was not done.`,
    nextStep: 'Try again then. Settings show what used the token.',
  }),
  throttledElsewhere: (subject: Subject, untilMs: number, nowMs: number): FailureText => ({
    message: `The server throttles requests ${untilWords(untilMs, nowMs)}, so ${named(subject)} was not done.`,
    nextStep: 'Try again then.',
  }),
  held: (subject: Subject, window: HeldWindow, untilMs: number, nowMs: number): FailureText => ({
    message: `${named(subject)} was not sent: ${waitWords.mustWait(window, untilMs, nowMs)}.`,
    nextStep: 'Try again then.',
  }),
  serverError: (subject: Subject, status: number): FailureText => ({
    message: `DigitalOcean failed to answer ${named(subject)} (${status}).`,
    nextStep: `${inAMoment} If it happens again, look at status.digitalocean.com.`,
  }),
  httpError: (subject: Subject, status: number, said: string | null): FailureText => ({
    message: `${named(subject)} was answered with ${status}${because(said)}`,
  }),
  refused: (): FailureText => ({
    message: 'The server refused the connection.',
    nextStep: 'Check your network, then try again.',
  }),
  unreachable: (): FailureText => ({
    message: 'DigitalOcean could not be reached.',
    nextStep: 'Check your network, then try again.',
  }),
  proxyUnreachable: (proxy: string): FailureText => ({
    message: `The proxy ${proxy} could not be reached.`,
    nextStep: 'Check the proxy in Settings, or in your system, then try again.',
  }),
  proxyRefused: (proxy: string, status: number | null): FailureText =>
    status === 407
      ? {
          message: `The proxy ${proxy} wants a name and a password.`,
          nextStep: `Start Buoy with HTTPS_PROXY=http://name:password@${proxy} in its environment.`,
        }
      : {
          message: `The proxy ${proxy} refused to connect to DigitalOcean${status === null ? '' : ` (${status})`}.`,
          nextStep: 'Ask whoever runs the proxy, or choose another one in Settings.',
        },
  reset: (subject: Subject, proxy: string | null): FailureText => ({
    message: `The connection${behind(proxy)} broke during ${named(subject)}.`,
    nextStep: inAMoment,
  }),
  tls: (proxy: string | null): FailureText => ({
    message: `The server${behind(proxy)} could not prove that it is DigitalOcean: its certificate is not trusted here.`,
    nextStep: 'A proxy or virus scanner may be in between. Nothing was sent.',
  }),
  connectTimeout: (proxy: string | null): FailureText => ({
    message: `Connecting to DigitalOcean${behind(proxy)} took too long.`,
    nextStep: 'Check your network, then try again.',
  }),
  timeout: (subject: Subject): FailureText => ({
    message: `${named(subject)} took too long to answer.`,
    nextStep: inAMoment,
  }),
  deadline: (subject: Subject): FailureText => ({
    message: `${named(subject)} did not finish in time.`,
    nextStep: inAMoment,
  }),
  aborted: (subject: Subject): FailureText => ({ message: `${named(subject)} was stopped.` }),
  closed: (subject: Subject): FailureText => ({ message: `${named(subject)} ended because the connection was closed.` }),
  intercepted: (subject: Subject, status: number): FailureText => ({
    message: `Something between here and DigitalOcean answered ${named(subject)} with ${status} and a page of its own.`,
    nextStep: 'A proxy, a firewall or the sign-in page of this network may be in between: open any page in a browser to see.',
  }),
  cut: (subject: Subject): FailureText => ({
    message: `The answer to ${named(subject)} ended too early.`,
    nextStep: inAMoment,
  }),
  unparsable: (subject: Subject): FailureText => ({
    message: `The answer to ${named(subject)} cannot be read.`,
    nextStep: 'Something between here and DigitalOcean may have changed it. Try again in a moment.',
  }),
  unexpected: (subject: Subject): FailureText => ({
    message: `The answer to ${named(subject)} has an unexpected form.`,
    nextStep: inAMoment,
  }),
  foreignLink: (subject: Subject): FailureText => ({
    message: `The answer to ${named(subject)} points to another server for its next page. Buoy did not follow it.`,
  }),
  noLink: (subject: Subject): FailureText => ({
    message: `The answer to ${named(subject)} names no address for its next page.`,
    nextStep: inAMoment,
  }),
  tooLarge: (subject: Subject): FailureText => ({
    message: `The answer to ${named(subject)} is larger than 32 MB and was not read.`,
    nextStep: 'Ask for less at once.',
  }),
  tooCrowded: (subject: Subject): FailureText => ({
    message: `The answer to ${named(subject)} holds more than Buoy reads at once, and was not read.`,
    nextStep: 'Ask for less at once.',
  }),
  outcomeUnknown: (subject: Subject, status: number | null): FailureText => ({
    message:
      status === null
        ? `${named(subject)} was sent, but no answer came: it may or may not have happened.`
        : `${named(subject)} was sent and answered with ${status}: it may or may not have happened.`,
    nextStep: 'Look at the resource before you try again.',
  }),
  incompleteList: (subject: Subject, takes: number): FailureText => ({
    message: `The list at ${subject.path} changed each of the ${takes} times it was read.`,
    nextStep: inAMoment,
  }),
  shortList: (subject: Subject, warnings: readonly string[]): FailureText => ({
    message: `The list of ${subject.path} has gaps. ${warnings.join(' ')}`,
    nextStep: inAMoment,
  }),
  internal: (subject: Subject): FailureText => ({
    message: `Buoy itself failed at ${named(subject)}.`,
    nextStep: 'This is a defect: the log says more.',
  }),
});

/** What to say beside a listing that was read to its end, although its numbers or links are wrong. */
export const listingWords = sentences({
  otherTotal: (said: number, found: number) => `DigitalOcean counts ${said} here, but its pages hold ${found}.`,
  leftOut: (left: number, all: number) => `${left} of ${all} say too little to be told apart, and are left out.`,
  nothingNew: (found: number) => `A page brought nothing new, so the list ends after ${found}.`,
});
