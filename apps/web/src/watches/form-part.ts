import type { WatchValues } from './watch-values.js';

/** What every part of the form gets. */
export interface FormPart {
  readonly values: WatchValues;
  readonly change: (some: Partial<WatchValues>) => void;
  /** What is wrong with a field of the input, in words; undefined where nothing is. */
  readonly errorOf: (field: string) => string | undefined;
}
