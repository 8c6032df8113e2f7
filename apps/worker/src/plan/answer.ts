import { greedyPlan, planProblem, solvePlan, type PlanQuestion } from '#domain';
import type { PlanAnswers } from '#market';
import { loadReferee } from './highs-referee.js';

/** Somebody waits: what HiGHS does not find within so many seconds is left, and its gap says how far it came. */
const SECONDS = 3;

/** The best plan, and what taking the best link first would come to. */
export async function answerOf(question: PlanQuestion): Promise<PlanAnswers> {
  const problem = planProblem(question);
  const best = solvePlan(problem, { referee: await loadReferee(), seconds: SECONDS });
  return { best, greedy: greedyPlan(problem) };
}
