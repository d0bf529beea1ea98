import { fieldLabel, formWords } from '../../words/forms.ts';
import type { GroupNode } from './node.ts';
import type { FieldProblem } from './problem.ts';
import type { GroupShape } from './shape.ts';

/** Checks which of the alternative sets of required fields are complete. */
export function requirementProblems(shape: GroupShape, node: GroupNode, pointer: string): FieldProblem[] {
  const isThere = (name: string): boolean => node.fields.has(name) || node.extras.some((entry) => entry.name === name);
  return shape.requirements.flatMap(({ kind, sets }): FieldProblem[] => {
    const whole = sets.filter((set) => set.every(isThere)).length;
    const names = sets.map((set) => formWords.together(set.map(fieldLabel)));
    if (whole === 0) return [{ pointer, message: formWords.oneOfSets(names), kind: 'missing' }];
    if (kind === 'one' && whole > 1) return [{ pointer, message: formWords.exactlyOneOfSets(names), kind: 'misfit' }];
    return [];
  });
}
