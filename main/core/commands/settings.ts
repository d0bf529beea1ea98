import { success } from '../../../preload/contract/failure.ts';
import { pinKey } from '../../../preload/contract/pin-key.ts';
import { patched, type Settings, type SettingsPatch } from '../../../preload/contract/settings.ts';
import { changeAndSave } from './change.ts';
import type { CommandContext, CommandEnd, CommandOf } from './context.ts';

/** Changes the fields that are given, and writes the settings. */
export async function updateSettings(context: CommandContext, patch: SettingsPatch): CommandEnd {
  return save(context, patched(context.settings(), patch));
}

/** Pins a droplet to the top of lists and menus, or unpins it. A new pin is added at the end. */
export async function pinDroplet(context: CommandContext, { dropletKey, isPinned }: CommandOf<'pin-droplet'>): CommandEnd {
  const settings = context.settings();
  const others = settings.pinned.filter((key) => key !== dropletKey);
  return save(context, { ...settings, pinned: isPinned ? [...others, dropletKey] : others });
}

/** Pins a thing that is no droplet, at the end, and reads it at once. */
export async function pinThing(context: CommandContext, { kind: _kind, ...thing }: CommandOf<'pin-thing'>): CommandEnd {
  const { connectionId, familyId, parent, id: itemId, name } = thing;
  const key = pinKey(thing);
  const { pinned, pinnedThings, ...settings } = without(context.settings(), key);
  const added = { key, connectionId, familyId, parent, itemId, name };
  const end = await save(context, { ...settings, pinned: [...pinned, key], pinnedThings: [...pinnedThings, added] });
  for (const live of context.connections.live(connectionId)) void live.pollNow('pins');
  return end;
}

/** Unpins whatever has that key. */
export const unpin = (context: CommandContext, { key }: CommandOf<'unpin'>): CommandEnd =>
  save(context, without(context.settings(), key));

const without = ({ pinned, pinnedThings, ...settings }: Settings, key: string): Settings => ({
  ...settings,
  pinned: pinned.filter((one) => one !== key),
  pinnedThings: pinnedThings.filter((one) => one.key !== key),
});

/** Moves a pin among the others. What is not pinned stays so, since it may have been unpinned meanwhile. */
export async function movePin(context: CommandContext, { key, place }: CommandOf<'move-pin'>): CommandEnd {
  const settings = context.settings();
  if (!settings.pinned.includes(key)) return success({ status: 'done', message: null });
  const others = settings.pinned.filter((one) => one !== key);
  return save(context, { ...settings, pinned: others.toSpliced(place, 0, key) });
}

const save = (context: CommandContext, settings: Settings): CommandEnd =>
  changeAndSave(context, 'settings', { type: 'settings-changed', settings }, null);
