declare const kind: unique symbol;

/**
 * Identifiers that cannot be mistaken for each other. The mark is optional, so a plain number or text from outside is taken
 * where one is wanted, but a droplet's id is not taken for an action's.
 */
type Marked<T, Name extends string> = T & { readonly [kind]?: Name };

export type DropletId = Marked<number, 'DropletId'>;
export type ActionId = Marked<number, 'ActionId'>;
export type ImageId = Marked<number, 'ImageId'>;
export type TeamUuid = Marked<string, 'TeamUuid'>;
export type RegionSlug = Marked<string, 'RegionSlug'>;
export type SizeSlug = Marked<string, 'SizeSlug'>;
export type UptimeCheckId = Marked<string, 'UptimeCheckId'>;
export type AlertPolicyUuid = Marked<string, 'AlertPolicyUuid'>;
