import { useFormContext } from 'react-hook-form';
import type { Fields } from './fields.js';

export const idOf = (name: keyof Fields): string => `listing-${name}`;

/** What is wrong with a field, as it is shown beside it. */
export function useFieldError(name: keyof Fields): string | undefined {
  const { formState } = useFormContext<Fields>();
  const found = formState.errors[name];
  return found && 'message' in found && typeof found.message === 'string' ? found.message : undefined;
}
