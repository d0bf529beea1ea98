/** What a person sees and does outside of the page. Each deed says whether it can be done here before it is asked for. */
export interface Hands {
  /** Why a deed cannot be done on this machine; `null`: it can. */
  whyNot: { [D in 'close' | 'tray' | 'screen']: string | null };
  /** The process of Buoy that runs the core. */
  mainPid(): Promise<number>;
  /** Closes the window by its button, or by what the system has in its place. */
  closeWindow(): Promise<void>;
  /** Whether the window can be seen. A page's own word for that is asked where the system has none. */
  isShown(ofPage: () => Promise<boolean>): Promise<boolean>;
  /** All lines of the icon's menu, each before those that open from it. */
  trayLines(): Promise<string[]>;
  chooseTrayLine(label: string): Promise<void>;
  /** Writes a picture of the whole screen into a PNG file. */
  takeScreen(file: string): Promise<void>;
}
