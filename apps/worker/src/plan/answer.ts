import { greedyPlan, greedyWithin, planProblem, planWithin, solvePlan, type LimitedQuestion } from '#domain';
import type { PlanAnswers } from '#market';
import { loadReferee } from './highs-referee.js';

/** Somebody waits: what HiGHS does not find within so many seconds is left, and its gap says how far it came. */
const SECONDS = 3;

/** The best plan, and what taking the best link first would come to. */
export async function answerOf(question: LimitedQuestion): Promise<PlanAnswers> {
  const options = { referee: await loadReferee(), seconds: SECONDS };
  const best = planWithin(question, (one) => solvePlan(planProblem(one), options));
  const isLimited = question.limits.length > 0;
  return { best, greedy: isLimited ? greedyWithin(question) : greedyPlan(planProblem(question)) };
}
