import type { Failure } from '../../../preload/contract/failure.ts';
import type { CallArguments } from '../digitalocean/api.ts';

/** What one answer says of a long operation. */
export interface FollowProgress {
  status: 'in-progress' | 'completed' | 'errored';
  /** Why it failed, where the answer says so. */
  failure?: Failure;
}

/** How one kind of long operation is watched: which read to repeat, and how to tell from its answer that it is over. */
export interface FollowKind {
  /** Unique and stable: it is written to disk with what is followed. */
  name: string;
  /** A read. It is repeated every 5 s at first, ever more slowly later. */
  operationId: string;
  /** The read's arguments for one target. */
  args(target: Record<string, string>): CallArguments;
  /** From the body of an answer. An unexpected body should read as `in-progress`. */
  read(body: unknown, target: Record<string, string>): FollowProgress;
  /** What a 404 means: `completed` for things that are being deleted. Default `errored`. */
  whenGone?: 'completed' | 'errored';
  /**
   * "Completed" is not believed earlier than that after the start, in milliseconds: where a thing that runs already is
   * changed, its state still says so for a while. Default 0.
   */
  settleMs?: number;
  /** Gives up after that long. Default six hours. */
  deadlineMs?: number;
}

/** One thing to watch. Plain data, so that it outlives a restart. */
export interface FollowRequest {
  connectionId: string;
  /** Name of a registered kind. */
  kind: string;
  /** What the kind's `args` needs: ids. Never a secret. */
  target: Record<string, string>;
  /** The row's `type`, in the API's words, such as `create` or `deploy`. */
  type: string;
  /** Sentences for the row, from `words`. */
  titles: { running: string; completed: string; errored: string };
  resourceType: string;
  resourceId: string | null;
  resourceName: string;
  /** Where a click leads, or `null`. */
  route: string | null;
  regionSlug?: string | null;
  sizeSlug?: string | null;
}

export interface Followers {
  /** Adds a kind. A second one of the same name replaces the first. */
  register(kind: FollowKind): void;
  /**
   * Watches something to its end and shows it in the `actions` table; returns its key there. The end makes a notice like
   * any action's. Following what is already followed (same kind, target and type) returns the key it has.
   */
  follow(request: FollowRequest): string;
}
