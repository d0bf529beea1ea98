/** The local time at which the invented account is shown. */
export const inventedNow = new Date(2026, 10, 23, 14, 8, 12).getTime();
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
