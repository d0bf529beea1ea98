import type { HttpMethod } from '../../../../preload/contract/catalogue.ts';
import { classNames } from '../../../components/class-names.ts';
import { operationWords } from '../../../words/operations.ts';

/** The method in few letters; what changes things is told apart by more than colour: the word itself. */
export const MethodBadge = ({ method }: { method: HttpMethod }) => (
  <span className={classNames('op-verb', method)}>
    {operationWords.methodShort[method]}
    {operationWords.methodShort[method] !== method && (
      <span className="unseen">{method.slice(operationWords.methodShort[method].length)}</span>
    )}
  </span>
);
