import type { Fields } from './fields.js';

const keyOf = (form: string): string => `bistrom-listing-${form}`;

/** What was typed in this tab and not sent yet, on top of what the form begins with. */
export function keptFields(form: string, beginning: Fields): Fields {
  const kept = sessionStorage.getItem(keyOf(form));
  if (kept === null) return beginning;
  try {
    return { ...beginning, ...(JSON.parse(kept) as Partial<Fields>) };
  } catch {
    return beginning;
  }
}

export const keepFields = (form: string, fields: Fields): void =>
  sessionStorage.setItem(keyOf(form), JSON.stringify(fields));

export const forgetFields = (form: string): void => sessionStorage.removeItem(keyOf(form));
