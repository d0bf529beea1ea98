/** Id of the element that menus and tooltips are rendered into. It is a landmark of its own. */
export const overlayId = 'overlay';

/** `null` before the frame is rendered. Menus and tooltips then go to the end of the document. */
export const overlayElement = (): HTMLElement | null => document.getElementById(overlayId);
