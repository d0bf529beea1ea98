import type { Failure } from '../../../preload/contract/failure.ts';
import type { CallArguments } from '../digitalocean/api.ts';

/** What one answer says about a long operation. */
export interface FollowProgress {
  status: 'in-progress' | 'completed' | 'errored';
  /** Why it failed, if the answer says so. */
  failure?: Failure;
  /** What came of it, where the answer tells that. It ends the title of the row. */
  outcome?: string;
  /** What the row's target gets beside what it has, for where the row leads. */
  leads?: Record<string, string>;
}

/** How to watch one kind of long operation: which read to repeat, and how to tell from its answer that it is over. */
export interface FollowKind {
  /** Unique and stable: it is written to disk with what is followed. */
  name: string;
  /** The operation to repeat, a read: every 5 s at first, less often later (`runningIntervalMs`). */
  operationId: string;
  /** The read's arguments for one target. */
  args(target: Record<string, string>): CallArguments;
  /** Reads the body of an answer; `called` names a droplet. An unexpected body should give `in-progress`, so that Buoy goes on watching. */
  read(body: unknown, target: Record<string, string>, called: (dropletId: string) => string): FollowProgress;
  /** What a 404 means: `completed` for things that are being deleted. Default `errored`. */
  whenGone?: 'completed' | 'errored';
  /**
   * Milliseconds after the start during which "completed" is not believed. A thing that is being changed may go on reporting
   * the state from before for a moment. Default 0.
   */
  settleMs?: number;
  /** Milliseconds after which Buoy stops watching. Default six hours. */
  deadlineMs?: number;
}

/** One thing to watch. Plain data, so that it can be saved and survives a restart. */
export interface FollowRequest {
  connectionId: string;
  /** Name of a registered kind. */
  kind: string;
  /** The ids that the kind's `args` needs. Never a secret, because it is written to disk. */
  target: Record<string, string>;
  /** The row's `type`, in the API's words, such as `create` or `deploy`. */
  type: string;
  /** Sentences for the row, from `words`. */
  titles: { running: string; completed: string; errored: string };
  resourceType: string;
  resourceId: string | null;
  resourceName: string;
  /** Where a click leads; `null`: nowhere. */
  route: string | null;
  regionSlug?: string | null;
  sizeSlug?: string | null;
  /** A job waits for it, and tells its end in place of a notice. */
  isStep?: true;
}

/** Watches long operations that have no action in the API. */
export interface Followers {
  /** Adds a kind. A second one of the same name replaces the first. */
  register(kind: FollowKind): void;
  /**
   * Watches something until it ends and shows it in the `actions` table; returns its key there. Its end makes a notice, like
   * the end of an action. What is already followed (same kind, target and type) keeps its row and key.
   */
  follow(request: FollowRequest): string;
}
