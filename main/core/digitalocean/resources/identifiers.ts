declare const kind: unique symbol;

/**
 * Marks identifiers so that they cannot be confused. The mark is optional: a plain number or text is accepted where an
 * identifier is needed, but a droplet's id is not accepted as an action's.
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
