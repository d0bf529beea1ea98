import type { HttpMethod } from '../../../../preload/contract/catalogue.ts';
import { classNames } from '../../../components/class-names.ts';
import { operationWords } from '../../../words/operations.ts';

/** The HTTP method in a few letters. The word tells methods apart, not only the colour. */
export const MethodBadge = ({ method }: { method: HttpMethod }) => (
  <span className={classNames('op-verb', method)}>
    {operationWords.methodShort[method]}
    {operationWords.methodShort[method] !== method && (
      <span className="unseen">{method.slice(operationWords.methodShort[method].length)}</span>
    )}
  </span>
);
