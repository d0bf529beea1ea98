import type { Locator, Page } from '@playwright/test';

/** A page whose clicks, and keys that type nothing, are counted. */
export interface Counted {
  page: Page;
  click(locator: Locator): Promise<void>;
  key(name: string): Promise<void>;
  presses(): number;
}

/** What differs between the ways of doing a job. */
export interface Touch {
  /** A button, link or line of a menu, outside of dialogs. */
  press(name: string | RegExp): Promise<void>;
  /** Gives the focus to a field. One that has it already needs nothing. */
  reach(field: Locator): Promise<void>;
  choose(group: Locator, option: string): Promise<void>;
  tick(box: Locator): Promise<void>;
  send(button: Locator): Promise<void>;
}
