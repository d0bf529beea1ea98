import { useMemo } from 'react';
import type { Shape } from '../model/shape.ts';
import { type PickerSource, sourceByName, sourceOfParameter } from '../pickers/sources.ts';
import { useForm } from './form-context.ts';

/** Where the existing things for this field are listed; `null`: the field has no picker. */
export function useSource(name: string, pointer: string, shape: Shape): PickerSource | null {
  const { index, operationPath, pathValues } = useForm();
  const isScalar = shape.kind === 'text' || shape.kind === 'number' || shape.kind === 'mixed';
  const valuesText = JSON.stringify(pathValues);
  return useMemo(() => {
    if (!isScalar) return null;
    if (!pointer.startsWith('path/')) return sourceByName(name, operationPath, index);
    return sourceOfParameter(name, operationPath, JSON.parse(valuesText) as Record<string, string>, index);
  }, [isScalar, name, pointer, operationPath, index, valuesText]);
}
