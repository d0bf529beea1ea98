import type { DropletActionType } from '../../../preload/contract/command.ts';
import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { commandWords, snapshotName } from '../words/commands.ts';

/** A droplet action as a person asked for it. */
export interface WantedAction {
  type: DropletActionType;
  /** A name for `rename` and `snapshot`, a size slug for `resize`, an image's id or slug for `rebuild` and `restore`. */
  value?: string | undefined;
  /** `resize` grows the disk too, which cannot be undone. Default false: only memory and processors change. */
  isDiskResized?: boolean | undefined;
}

/**
 * The request body of a droplet action, or an `invalid-arguments` failure when its value is missing. A snapshot without a
 * name gets one from `name` and `nowMs` (Unix milliseconds).
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/dropletActions_post
 */
export function actionBody(wanted: WantedAction, name: string, nowMs: number): Outcome<Record<string, unknown>> {
  const { type } = wanted;
  const value = wanted.value?.trim() ?? '';
  switch (type) {
    case 'snapshot':
      return success({ type, name: value || snapshotName(name, nowMs) });
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

/** The API takes an image's numeric id. DigitalOcean's own images also have a slug. */
const imageReference = (value: string): string | number => (/^\d+$/.test(value) ? Number(value) : value);

const missing = (text: Pick<Failure, 'message' | 'nextStep'>): Outcome<never> =>
  failed({ kind: 'invalid-arguments', ...text, field: 'value' });
