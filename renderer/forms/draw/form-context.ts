import { type ComponentType, createContext, use } from 'react';
import type { CatalogueIndex } from '../../../preload/contract/catalogue.ts';
import type { Json } from '../json/json.ts';
import type { FormNode } from '../model/node.ts';
import type { FieldProblem } from '../model/problem.ts';
import type { Shape } from '../model/shape.ts';

/** One field of any kind. */
export interface FieldProps {
  /** The API's name of the field. Pickers are chosen by it. */
  name: string;
  label: string;
  pointer: string;
  shape: Shape;
  node: FormNode;
  isRequired: boolean;
  isDeprecated?: boolean;
  /** Number of fields that it lies inside. Those at the top (0) get more room. */
  depth: number;
  /** Part of a list or map, which shows the label. The field itself draws none, and it cannot be left out on its own. */
  isPart?: boolean;
  onChange: (node: FormNode) => void;
}

/** What every field of a form may need to know besides its own value. */
export interface FormFacts {
  /** Draws a field inside another. Passed down, so that the kinds of fields need not import each other. */
  Field: ComponentType<FieldProps>;
  /** Problems by pointer. */
  problems: ReadonlyMap<string, FieldProblem[]>;
  /** The person tried to send, so missing values are shown as problems too. */
  isEverythingShown: boolean;
  /** Connection id of the team whose things the pickers offer; `null`: they offer none. */
  connectionId: string | null;
  index: CatalogueIndex | null;
  /** Path of the operation. It tells the pickers which listing a parameter belongs to. */
  operationPath: string;
  pathValues: Readonly<Record<string, string>>;
  /** The body that would be sent now, for fields that depend on others. */
  body: Json | undefined;
  /** A picker has text that names none of the things it offers; `null`: no longer. The same function as long as the form is. */
  onUnknown: (pointer: string, problem: FieldProblem | null) => void;
}

export const FormContext = createContext<FormFacts | null>(null);

/** The form that this field belongs to. Throws outside a form. */
export const useForm = (): FormFacts => {
  const facts = use(FormContext);
  if (!facts) throw new Error('Drawn outside a form');
  return facts;
};

/** The problem to show at a pointer; `null`: none, or none yet. */
export const useProblem = (pointer: string): string | null => {
  const { problems, isEverythingShown } = useForm();
  const found = problems.get(pointer)?.find((problem) => isEverythingShown || problem.kind !== 'missing');
  return found?.message ?? null;
};

/** The first problem to show below a pointer; `null`: none, or none yet. */
export function useProblemBelow(): (pointer: string) => FieldProblem | null {
  const { problems, isEverythingShown } = useForm();
  return (pointer) =>
    [...problems.values()]
      .flat()
      .find((one) => one.pointer.startsWith(`${pointer}/`) && (isEverythingShown || one.kind !== 'missing')) ?? null;
}
