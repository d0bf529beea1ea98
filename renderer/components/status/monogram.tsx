import { classNames } from '../class-names.ts';

/** One or two letters that tell teams apart. `name` becomes the tooltip; leave it out if the name is shown beside the letters. */
export const Monogram = ({
  letters,
  name,
  size = 'normal',
}: {
  letters: string;
  name?: string;
  size?: 'small' | 'normal' | 'large';
}) => (
  <span className={classNames('monogram', size !== 'normal' && size)} title={name} aria-hidden={name === undefined || undefined}>
    {letters}
    {name !== undefined && <span className="unseen">{`, ${name}`}</span>}
  </span>
);
