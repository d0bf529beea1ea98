import { type ComponentType, type FunctionComponent, lazy, useState } from 'react';

/** A component in a file of its own, which is fetched when it is first drawn, or before that. */
interface Early<P> extends FunctionComponent<P> {
  fetch: () => Promise<unknown>;
}

/**
 * What was fetched before it is drawn is drawn at once. What is fetched while it is drawn, even in no time, React shows 300 ms later:
 * so long it leaves what it showed in its place.
 */
export function early<P extends object>(load: () => Promise<ComponentType<P>>): Early<P> {
  let Fetched: ComponentType<P> | null = null;
  let loading: Promise<{ default: ComponentType<P> }> | null = null;
  const fetch = () => {
    loading ??= load().then(
      (component) => {
        Fetched = component;
        return { default: component };
      },
      (error: unknown) => {
        // The next one who needs it tries again.
        loading = null;
        throw error;
      },
    );
    return loading;
  };
  const Late = lazy(fetch) as unknown as ComponentType<P>;
  const Component = (props: P) => {
    // What was drawn one way stays so: the other one would begin anew.
    const [Drawn] = useState(() => Fetched ?? Late);
    return <Drawn {...props} />;
  };
  return Object.assign(Component, { fetch });
}
