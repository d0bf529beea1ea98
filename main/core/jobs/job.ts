import type { Failure, Outcome } from '../../../preload/contract/failure.ts';
import type { JobField, JobLevel, JobThing, JobValues } from '../../../preload/contract/job.ts';
import type { JobFile } from '../../../preload/contract/job-files.ts';
import type { Json, JsonObject } from '../../../preload/contract/json.ts';
import type { Droplet } from '../digitalocean/resources/droplets.ts';

/** The thing that a job is about. */
export interface Thing extends JobThing {
  /** Its name as a part of sentences: it is isolated, so it is no data. */
  name: string;
  /** Its name as it stands, to be typed or sent. */
  ownName: string;
  row: JsonObject;
  /** What keeps a droplet as it is, with its name as a part of sentences; `null`: nothing that Buoy knows. */
  owner: { kind: 'autoscale-pool' | 'cluster'; name: string } | null;
}

/** Reads that a job makes before it asks. */
export interface Ask {
  /** The body of a GET. */
  read(operationId: string, path?: Record<string, string>, query?: Record<string, string>): Promise<Outcome<Json>>;
  /** Every entry of a listing. */
  list(operationId: string, path?: Record<string, string>, query?: Record<string, string>): Promise<Outcome<JsonObject[]>>;
  /**
   * The body of an update that changes nothing, made from what is there. Fails when a part cannot be read that the update would
   * take away.
   */
  base(updateId: string, path: Record<string, string>): Promise<Outcome<JsonObject>>;
  /** The answer of a POST that only says whether something could be done. */
  check(operationId: string, path: Record<string, string>, body: JsonObject): Promise<Outcome<Json>>;
  /** Whether a key is kept for that place. Fails when the vault cannot be read. */
  hasKey(place: string): Promise<Outcome<boolean>>;
  /** Where the server is that stands in for DigitalOcean's; `null`: none does. */
  ownServer: string | null;
}

/** A server of its own, which never gets the account token. */
export interface Elsewhere {
  /** For what its key is kept, as people read it. */
  place: string;
  /** The key that was typed; `null`: the one that is kept. */
  key: string | null;
  /** Keep the typed key beyond this session too. */
  isSaved: boolean;
  /** Where it is, if the API tells that of each thing. */
  address?: string;
}

export interface JobContext {
  thing: Thing;
  ask: Ask;
  /** The team's droplets as Buoy last read them. */
  droplets: ReadonlyMap<number, Droplet>;
  /** Name of the team. */
  team: string;
  nowMs: number;
  /** Addresses that a person typed last into a job that let them in, with spaces between them. Buoy asks nobody for theirs. */
  lastAddresses: string;
  /** A new password that nobody can guess, of letters, digits, - and _. */
  makePassword(): string;
  /** It is done to many others too, so what only is needed to make it again is not read. */
  isOneOfMany?: true;
}

/** Several things of a family, all of one team. */
export interface ManyContext extends Omit<JobContext, 'thing'> {
  things: readonly Thing[];
}

/** What a job asks, once it has read what it needs. */
export interface Opened {
  /** What will happen, in a sentence or two. */
  lines?: readonly string[];
  fields?: readonly JobField[];
  goes?: readonly string[];
  stays?: readonly string[];
  /** What stays are things that the fields below offer to tick: they go then. */
  isStayingUnlessTicked?: true;
  /** Where it depends on the thing; otherwise the job's own. */
  level?: JobLevel;
  /** What is typed before something is destroyed, where the name alone says too little of what goes. */
  toType?: string;
  /** Fields that only choose what the others are about, so that they are no difference by themselves. */
  selectors?: readonly string[];
  /** What was read, for `plan`. */
  data?: Readonly<Record<string, Json>>;
  /** What `looks` read since, by key; `null`: on its way, or it cannot be read. */
  looked?: Readonly<Record<string, Json>>;
}

/** Something long to follow: a kind of `operations/follow-kinds.ts` with the values that its read needs. */
export interface Started {
  kind: string;
  target: Record<string, string>;
  /** A verb of `words/operations.ts`. */
  type: string;
  resourceType: string;
  name: string;
  /** It may take very long, so only Activity shows it. Default: the result waits for it. */
  isAside?: true;
}

/** One request of a job. */
export interface Step {
  /** As a person would say it: "Shut down". Said when a later step fails. */
  label: string;
  operationId: string;
  /** Its values, or how to make them from the answers of the steps before. */
  path?: Record<string, string> | ((answers: readonly Json[]) => Record<string, string>);
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** The body, or how to make it from the answers of the steps before. */
  body?: Json | ((answers: readonly Json[]) => Json);
  /**
   * The step updates what is there: the body is read again just before, changed, and sent back with everything else in it.
   * `opened` is what was read when the job was opened: if it differs by now, nothing is sent. `answers` are those of the steps
   * before; with `usesAnswers` nobody can say earlier whether anything changes.
   */
  edit?: { opened: JsonObject; change: (base: JsonObject, answers: readonly Json[]) => JsonObject; usesAnswers?: true };
  /** What the step starts that its answer does not tell, to be followed in place of what the operation usually starts. */
  follows?: Started;
  /** What it makes of the thing, as the title of its row says it: "150 GiB" of "Resized web-assets to 150 GiB". */
  value?: string;
  /** Name of what the step starts, where that is neither the thing nor told in the answer. */
  named?: string;
  /**
   * The next step waits until what this one started is over, and shows on its droplet. Where a plan has such a step, the end of the
   * last one is waited for too. None of them makes a notice of its own: the job tells its end.
   */
  isAwaited?: true;
  /** It goes to another server, with another key. What that streams is shown as it arrives. */
  elsewhere?: Elsewhere;
  /** The answer names a file, which is fetched from there without any key. Its bytes are then the answer of the step. */
  file?: {
    /** `null`: there is none. */
    addressIn(answer: Json): string | null;
    /** Somebody else's host that the person was told of. */
    allowedHost: string | null;
  };
  /** The answer names an address to which a file is sent, without any key. */
  upload?: {
    addressIn(answer: Json): string | null;
    file: JobFile;
  };
  /** It makes sense although the step before it failed, such as to power a droplet on again. */
  standsAlone?: true;
  /** Whether the step is still needed by the time that it is reached. Left out, it answers `null`. Default: it is. */
  isNeeded?(droplets: JobContext['droplets']): boolean;
}

/** Steps that are offered after others, or something to copy then, under that label. Default: "Make it again". */
export type Again = Pick<Plan, 'steps' | 'done' | 'copy'> & { label?: string };

/** What a job does with the values that the person gave. */
export interface Plan {
  steps: readonly Step[];
  /** How a plan whose steps wait for each other is called in Activity and in its notice. */
  chain?: { running: string; completed: string; errored: string };
  /** What to say once all steps were sent, given their answers. */
  done: (answers: readonly Json[]) => string;
  /** A text for the clipboard, which is never shown. */
  copy?: (answers: readonly Json[]) => { what: string; text: string } | null;
  /** A file to save: its name, and its text or which of the answers it is, byte for byte. */
  file?: (answers: readonly Json[]) => ({ name: string; mediaType: string } & ({ text: string } | { answer: number })) | null;
  /** The place of the page that shows what was asked for. */
  route?: string;
  /** Addresses that were typed, to be offered the next time. */
  addresses?: string;
  /** What makes again what this plan took away, as it was, or takes back what it did. Offered once, for ten minutes. */
  again?: Again | ((answers: readonly Json[]) => Again | null);
  /** What to offer if what the last step started fails later. */
  ifFailed?: Pick<Plan, 'steps' | 'done'> & { label: string };
  /** What to offer in its place where nothing of it was sent and the API refused it so; `null`: nothing. */
  ifRefused?: (failure: Failure) => (Pick<Plan, 'steps' | 'done'> & { label: string }) | null;
  /** What was said to a question, which stays to be asked again. */
  answer?: (answers: readonly Json[]) => string;
  /** A secret that the API tells only now. */
  secret?: (answers: readonly Json[]) => { label: string; value: string } | null;
}

interface ForAll {
  /** It stands in the selection bar itself, not behind "More". At most four buttons in a family, groups counted once. */
  isMain?: true;
  /** For one thing something else does it. */
  isOnlyForMany?: true;
  /** The button of the bar under which it stands with others. */
  group?: 'power';
  /** Why a thing is left out that the job is not for as it is now: "It is not attached." */
  otherwise?: string;
  /** What it asks, and what it says, cannot be the same for two teams. */
  isOfOneTeam?: true;
  /** How far-reaching it is with these values, where that depends on them. Pure. It is shown while one types, and holds. */
  weigh?(values: JobValues, opened: Opened): Pick<Weight, 'level' | 'lines'>;
  /**
   * Reads what all of them need together, and says what is asked. Left out, the job is opened on each thing, as long as they
   * are few, and what that says is put together.
   */
  open?(context: ManyContext): Outcome<Opened> | Promise<Outcome<Opened>>;
}

/** The job runs on each thing by itself, as many at a time as the pace allows. One that is refused does not stop the others. */
export interface OneByOne extends ForAll {
  how: 'one by one';
  /** Its steps need nothing of what opening it reads, so that is read for the question at most. */
  isSentUnread?: true;
  /** How many at a time, where they would get in each other's way. */
  atOnce?: number;
  /** The values for one thing, from those that were given for all. Default: the same. Pure. */
  valuesOf?(values: JobValues, context: JobContext): JobValues;
}

/** The same few requests are for all of them. */
export interface Together extends ForAll {
  how: 'together';
  /** Pure. `opened` is what `open` gave. */
  plan(values: JobValues, context: ManyContext, opened: Opened): Plan;
  /** What became of a thing, where the answers tell that apart. Default: it is done. */
  end?(thing: Thing, answers: readonly Json[], values: JobValues, opened: Opened): Outcome<string>;
}

/** A read that depends on what a person chose. It is made once for each key while the job is open. */
export interface Look {
  key: string;
  /** `null`: it cannot be read, and is not tried again. */
  read(): Promise<Json>;
}

/** What a job would do with the values of its form. What is left out is as `Opened` or the job says. */
export interface Weight {
  level?: JobLevel;
  /** What these values do, and what they cost. */
  lines?: readonly string[];
  /** In place of the lines that the fields give; `null`: those that are asked say enough. */
  differences?: readonly string[] | null;
}

/**
 * A job of a family. Descriptions stand together in one file for each family; one engine runs them all: it reads, asks once,
 * sends in order, follows, and says the result.
 */
export interface Job {
  /** Unique within its family, and stable. */
  name: string;
  /** A verb. An ellipsis means that something is asked first. */
  label: string;
  level: JobLevel;
  /** Used most: it stands under the head of the panel. At most two in a family. */
  isMain?: true;
  /** It makes a new thing of the family, so it is offered with the list and on no thing. */
  isNew?: true;
  /** Id of the listing in which what it makes inside the thing stands: it is offered with that list too. */
  makes?: string;
  /** It stands with that list alone, because the thing itself has jobs enough. The palette finds it on the thing too. */
  isInListOnly?: true;
  /** It is offered with the list, and makes nothing. */
  isOfList?: true;
  /** It asks a question: what is answered stands in the dialog, and the next one can be asked. */
  isAnswered?: true;
  /** Further words by which the palette finds it. */
  keywords?: string;
  /** Label of the button that runs it. Default: the label without its ellipsis. */
  submitLabel?: string;
  /** Whether the job makes sense for that kind of thing at all. Default: it does. */
  isFor?(thing: Thing): boolean;
  /** Why it cannot run now; `null`: it can. */
  off?(thing: Thing): string | null;
  /** How it is done to several things at once. Left out: it is not. */
  forMany?: OneByOne | Together;
  /** Reads what is needed and says what is asked. Without it the job asks nothing but its level's question. */
  open?(context: JobContext): Outcome<Opened> | Promise<Outcome<Opened>>;
  /** What is wrong with the values together, or with a text that no pattern describes; `null`: nothing. Pure. */
  wrong?(values: JobValues, opened: Opened): string | (Pick<Failure, 'message' | 'nextStep'> & { field: string }) | null;
  /** The form begins with what is there, so what is left as it was is not sent. Default: whether a step is an `edit`. */
  isEdit?: boolean;
  /**
   * How far-reaching it is with these values, where that depends on them. Pure, also with values that are incomplete. It is shown
   * while one types, and holds when the job runs.
   */
  weigh?(values: JobValues, opened: Opened, context: JobContext): Weight;
  /** What `weigh` needs to know of these values, which may be incomplete. Once read, it stands in `opened.looked`. Pure by itself. */
  looks?(values: JobValues, opened: Opened, context: JobContext): Look[];
  /** Says more plainly why it cannot be done, where it was refused before anything was sent. */
  refusal?(failure: Failure, thing: Thing): Failure;
  /** Asks what it would cost, in words. Only sends what changes nothing. */
  price?(values: JobValues, opened: Opened, context: JobContext): Promise<Outcome<string>>;
  /** Pure. `opened` is what `open` gave. */
  plan(values: JobValues, context: JobContext, opened: Opened): Plan;
}
