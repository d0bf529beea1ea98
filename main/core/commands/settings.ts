import { success } from '../../../preload/contract/failure.ts';
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

/** Moves a pin among the others. A droplet that is not pinned stays so, since it may have been unpinned meanwhile. */
export async function movePin(context: CommandContext, { dropletKey, place }: CommandOf<'move-pin'>): CommandEnd {
  const settings = context.settings();
  if (!settings.pinned.includes(dropletKey)) return success({ status: 'done', message: null });
  const others = settings.pinned.filter((key) => key !== dropletKey);
  return save(context, { ...settings, pinned: others.toSpliced(place, 0, dropletKey) });
}

const save = (context: CommandContext, settings: Settings): CommandEnd =>
  changeAndSave(context, 'settings', { type: 'settings-changed', settings }, null);
