/** A text longer than this says nothing beside another one. */
const longestShown = 60;

/** Whether a text can stand in a line about a change: "Name: web-01 → web-02". */
export const isShort = (text: string): boolean => text.length <= longestShown && !text.includes('\n');
