/** `npm run coverage:api` shows by tag which operations of the API are covered. Fails if one is not. */
import { coverageText, expected, sumsOf } from './table.ts';
import { walkOperations } from './walk.ts';

const covered = await walkOperations();
console.log(coverageText(covered));
const { required, all } = sumsOf(covered);
process.exitCode = required === expected.required && all === expected.all ? 0 : 1;
