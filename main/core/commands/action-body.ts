import type { DropletActionType } from '../../../preload/contract/command.ts';
import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { commandWords } from '../words/commands.ts';

export interface WantedAction {
  type: DropletActionType;
  value?: string | undefined;
  isDiskResized?: boolean | undefined;
}

/**
 * The body of a droplet action, or what is missing of it. `name` and `nowMs` make the name of a snapshot that got none.
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/dropletActions_post
 */
export function actionBody(wanted: WantedAction, name: string, nowMs: number): Outcome<Record<string, unknown>> {
  const { type } = wanted;
  const value = wanted.value?.trim() ?? '';
  switch (type) {
    case 'snapshot':
      return success({ type, name: value || commandWords.snapshotName(name, nowMs) });
    case 'rename':
      return value ? success({ type, name: value }) : missing(commandWords.needsValue.rename);
    case 'resize':
      return value
        ? success({ type, size: value, disk: wanted.isDiskResized ?? false })
        : missing(commandWords.needsValue.resize);
    case 'rebuild':
    case 'restore':
      return value ? success({ type, image: imageReference(value) }) : missing(commandWords.needsValue.image);
    default:
      return success({ type });
  }
}

/** Images are named by number, or by slug where they are DigitalOcean's own. */
const imageReference = (value: string): string | number => (/^\d+$/.test(value) ? Number(value) : value);

const missing = (text: Pick<Failure, 'message' | 'nextStep'>): Outcome<never> =>
  failed({ kind: 'invalid-arguments', ...text, field: 'value' });
