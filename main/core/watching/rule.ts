import type { AlertPolicy } from '../digitalocean/resources/alert-policies.ts';

/** What a policy compares: on which side of its limit a value must stay, and for how long. */
export interface Rule {
  isAbove: boolean;
  /** In the unit of the policy's metric. */
  limit: number;
  windowMs: number;
}

/** The rule of a policy; `null`: it has a comparison or a window that Buoy does not know, and guessing would fire wrongly. */
export function ruleOf({ compare, value, windowMinutes }: AlertPolicy): Rule | null {
  if (compare === 'unknown' || windowMinutes === null) return null;
  return { isAbove: compare === 'GreaterThan', limit: value, windowMs: windowMinutes * 60_000 };
}

/** Whether a value is on the wrong side. Exactly at the limit is not: the comparisons are "greater than" and "less than". */
export const isWrong = ({ isAbove, limit }: Rule, value: number): boolean => (isAbove ? value > limit : value < limit);
