import { type ComponentType, createContext, use } from 'react';
import type { CatalogueIndex } from '../../../preload/contract/catalogue.ts';
import type { Json } from '../json/json.ts';
import type { FormNode } from '../model/node.ts';
import type { FieldProblem } from '../model/problem.ts';
import type { Shape } from '../model/shape.ts';

/** One field, whatever it asks for. */
export interface FieldProps {
  /** As the API names it; what it may be filled with is judged by it. */
  name: string;
  label: string;
  pointer: string;
  shape: Shape;
  node: FormNode;
  isRequired: boolean;
  isDeprecated?: boolean;
  /** How deep it lies in other fields: those at the top get more room. */
  depth: number;
  /** Part of a list or a map, whose own label stands beside: it draws none, and cannot be left out by itself. */
  isPart?: boolean;
  onChange: (node: FormNode) => void;
}

/** What every field of a form may need to know besides its own value. */
export interface FormFacts {
  /** Draws a field inside another; handed down so that the kinds of fields need not know each other. */
  Field: ComponentType<FieldProps>;
  /** Problems by pointer. */
  problems: ReadonlyMap<string, FieldProblem[]>;
  /** Also what is merely missing is shown: the person tried to send. */
  isEverythingShown: boolean;
  /** Team whose things the pickers offer; `null`: none. */
  connectionId: string | null;
  index: CatalogueIndex | null;
  /** Path of the operation, from which the pickers know which listing a parameter belongs to. */
  operationPath: string;
  pathValues: Readonly<Record<string, string>>;
  /** What would be sent, for fields that depend on others. */
  body: Json | undefined;
}

export const FormContext = createContext<FormFacts | null>(null);

/** The form that this field belongs to. */
export const useForm = (): FormFacts => {
  const facts = use(FormContext);
  if (!facts) throw new Error('Drawn outside a form');
  return facts;
};

/** The sentence for what is wrong at a pointer; `null`: nothing that should be said yet. */
export const useProblem = (pointer: string): string | null => {
  const { problems, isEverythingShown } = useForm();
  const found = problems.get(pointer)?.find((problem) => isEverythingShown || problem.kind !== 'missing');
  return found?.message ?? null;
};
