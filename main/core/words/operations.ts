import type { Failure } from '../../../preload/contract/failure.ts';
import { sentences } from '../../../preload/contract/isolates.ts';
import type { MisfitKind } from '../../../preload/contract/json-schema/misfit.ts';
import { counted } from './numbers.ts';

/** Sentences about calls that a person sends from a form. `title` is the operation's own, such as "Delete a Volume". */
export const operationWords = sentences({
  questionTitle: (title: string, subject: string | null) => (subject === null ? `${title}?` : `${title}: ${subject}?`),
  inTeam: (team: string) => `In ${team}.`,
  doesNotComeBack: 'What it removes cannot be brought back.',
  mayInterrupt: 'It may interrupt what is running.',
  sends: (method: string, path: string) => `Sends ${method} ${path}.`,
  deleteLabel: 'Delete',
  sendLabel: 'Send',
  unknownOperation: (id: string): Failure => ({
    kind: 'invalid-arguments',
    message: `The API has no operation named ${id}.`,
    nextStep: 'Look for it in Operations.',
    field: 'operationId',
  }),
  noCredential: (name: string): Failure => ({
    kind: 'secret-lost',
    message: `Buoy has no key named ${name}.`,
    nextStep: 'Add it again.',
    field: 'credentialName',
  }),
  alreadySent: (requestId: string): Failure => ({
    kind: 'busy',
    message: `Request ${requestId} is still running.`,
    nextStep: 'Wait for its answer, or stop it.',
  }),
  badFile: (name: string): Failure => ({
    kind: 'invalid-arguments',
    message: `Buoy could not read the file ${name}.`,
    nextStep: 'Choose the file again.',
    field: 'file',
  }),
  problem: (kind: MisfitKind, expected: string) =>
    kind === 'missing' ? `The published schema requires it: ${expected}.` : `The published schema expects ${expected}.`,
  /** "Deploying": what is being done to a thing whose name stands beside it. */
  doing: (type: string) => verbs[type]?.doing ?? 'Being changed',
  notDestroyed: (failures: number, reasons: readonly string[]) =>
    reasons.length === 0 ? `${counted(failures, 'part')} of it could not be destroyed.` : `Not destroyed: ${reasons.join('; ')}.`,
  /** `type` is a verb of long-running.ts: create, resize, deploy. */
  following: (type: string, resourceType: string, name: string) => {
    const verb = verbs[type] ?? { doing: `Running ${type} on`, did: `Ran ${type} on`, noun: type };
    const what = type === 'deploy' ? name : `${resourceType} ${name}`;
    return {
      running: `${verb.doing} ${what}`,
      completed: `${verb.did} ${what}`,
      errored: `${verb.noun} of ${what} failed`,
    };
  },
});

/** By the types of `operations/long-running.ts`. */
const verbs: Record<string, { doing: string; did: string; noun: string }> = {
  create: { doing: 'Creating', did: 'Created', noun: 'Creation' },
  change: { doing: 'Changing', did: 'Changed', noun: 'Change' },
  check: { doing: 'Checking', did: 'Checked', noun: 'Check' },
  delete: { doing: 'Deleting', did: 'Deleted', noun: 'Deletion' },
  deploy: { doing: 'Deploying', did: 'Deployed', noun: 'Deployment' },
  destroy: { doing: 'Destroying', did: 'Destroyed', noun: 'Destruction' },
  import: { doing: 'Importing', did: 'Imported', noun: 'Import' },
  index: { doing: 'Indexing', did: 'Indexed', noun: 'Indexing' },
  migrate: { doing: 'Moving', did: 'Moved', noun: 'Move' },
  resize: { doing: 'Resizing', did: 'Resized', noun: 'Resize' },
  confirm: { doing: 'Confirming', did: 'Confirmed', noun: 'Confirmation' },
  restore: { doing: 'Restoring', did: 'Restored', noun: 'Restore' },
  run: { doing: 'Running', did: 'Ran', noun: 'Run' },
  upgrade: { doing: 'Upgrading', did: 'Upgraded', noun: 'Upgrade' },
  'import into': { doing: 'Importing into', did: 'Imported into', noun: 'Import' },
  'install an update on': { doing: 'Installing an update on', did: 'Installed an update on', noun: 'Update' },
  scale: { doing: 'Scaling', did: 'Scaled', noun: 'Scaling' },
  'renew the key of': { doing: 'Renewing the key of', did: 'Renewed the key of', noun: 'New key' },
  'collect garbage of': { doing: 'Cleaning up', did: 'Cleaned up', noun: 'Clean-up' },
};
