/** Id of the element that menus and tooltips are drawn into, a landmark of its own. */
export const overlayId = 'overlay';

/** `null` before the frame is drawn: what floats then goes to the end of the document. */
export const overlayElement = (): HTMLElement | null => document.getElementById(overlayId);
