/** The page's places, as the address names them after `#/`. */
export type Route =
  | { view: 'overview' }
  | { view: 'droplets'; dropletKey: string | null }
  | { view: 'resources'; path: string[] }
  | { view: 'activity'; list: 'actions' | 'notices'; actionKey: string | null }
  | { view: 'monitoring'; path: string[] }
  | { view: 'billing'; section: string | null }
  | { view: 'coming-up' }
  | { view: 'operations'; path: string[] }
  | { view: 'logs'; path: string[] }
  | { view: 'settings'; section: string | null }
  | { view: 'tray'; dropletKey: string | null }
  | { view: 'welcome' };

export type ViewName = Route['view'];

/** The views in the order of the side bar, which is also that of Ctrl+1 to Ctrl+8. */
export const mainViews = [
  'overview',
  'droplets',
  'resources',
  'activity',
  'monitoring',
  'billing',
  'operations',
  'settings',
] as const satisfies ViewName[];
export type MainView = (typeof mainViews)[number];

/** The view whose entry a place belongs to: a log is of something among the resources, and the overview leads to what is coming. */
export const entryOf = (view: ViewName): ViewName => (view === 'logs' ? 'resources' : view === 'coming-up' ? 'overview' : view);

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** Reads an address. An unknown one leads to the overview, so that no address is a dead end. */
export const parseRoute = (hash: string): Route => {
  const [view = '', ...path] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decode);
  switch (view) {
    case 'droplets':
    case 'tray':
      return { view, dropletKey: path[0] ?? null };
    case 'activity':
      return path[0] === 'notices'
        ? { view, list: 'notices', actionKey: null }
        : { view, list: 'actions', actionKey: path[0] ?? null };
    case 'monitoring':
    case 'resources':
    case 'operations':
    case 'logs':
      return { view, path };
    case 'settings':
    case 'billing':
      return { view, section: path[0] ?? null };
    case 'coming-up':
    case 'welcome':
      return { view };
    default:
      return { view: 'overview' };
  }
};

/**
 * Address of a place, such as `#/droplets/KEY`. Colons in keys stay as they are: they are legal there, and the core does the
 * same.
 */
export const hrefOf = (...parts: string[]): string =>
  `#/${parts.map((part) => encodeURIComponent(part.toWellFormed()).replaceAll('%3A', ':')).join('/')}`;
