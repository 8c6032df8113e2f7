import { addDays, type Day } from '../calendar/day.js';
import { problem, type Problem } from '../problem.js';

/** Characters of a note, and of a next step. */
const MOST_OF_NOTE = 2000;
const MOST_OF_STEP = 300;
/** Nobody plans a step farther ahead; a year like 2206 is a slip of the pen. */
const FARTHEST_DAYS = 3 * 366;

/**
 * What is wrong with a note of staff on a match; empty means that it can be kept.
 *
 * @param text trimmed
 * @example noteProblems('') // one problem at input.text
 */
export const noteProblems = (text: string): readonly Problem[] => textProblems(text, MOST_OF_NOTE);

/** What is to be done next on a match, until when. */
export interface StepTerms {
  /** Trimmed. */
  readonly text: string;
  readonly dueOn: Day;
}

/**
 * What is wrong with a next step; empty means that it can be kept. A day that has passed is no plan.
 *
 * @param today the day in Europe/Oslo
 * @example stepProblems({ text: 'Call the mill', dueOn: '2026-06-16' }, '2026-06-15') // []
 */
export function stepProblems({ text, dueOn }: StepTerms, today: Day): readonly Problem[] {
  const dayProblems =
    dueOn < today
      ? [problem('input.dueOn', `The day has passed; name one from ${today} on.`)]
      : dueOn > addDays(today, FARTHEST_DAYS)
        ? [problem('input.dueOn', 'Name a day within the next three years.')]
        : [];
  return [...textProblems(text, MOST_OF_STEP), ...dayProblems];
}

function textProblems(text: string, most: number): readonly Problem[] {
  if (text.length === 0) return [problem('input.text', 'Write at least one letter.')];
  return text.length > most ? [problem('input.text', `At most ${most} characters.`)] : [];
}
