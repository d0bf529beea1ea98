import { type ComponentProps, cloneElement, type ReactElement, type SyntheticEvent } from 'react';

type Props = Record<string, unknown>;
type Handler = (event: SyntheticEvent) => void;

const isHandler = (value: unknown): value is Handler => typeof value === 'function';

/** Both, one after the other. The second is left out where the first prevented the default. */
const both =
  (first: Handler, second: Handler): Handler =>
  (event) => {
    first(event);
    if (!event.defaultPrevented) second(event);
  };

/** The element with further props. Where it has its own they win; its own handlers and descriptions come first. */
export const listening = (element: ReactElement, further: ComponentProps<'button'>): ReactElement => {
  const own = element.props as Props;
  const props: Props = { ...further };
  for (const [name, value] of Object.entries(own)) {
    const added = props[name];
    if (value === undefined) continue;
    if (isHandler(value) && isHandler(added)) props[name] = both(value, added);
    else if (name === 'aria-describedby' && added !== undefined) props[name] = `${value} ${added}`;
    else props[name] = value;
  }
  return cloneElement(element, props);
};
