import { greedyPlan, planProblem, solvePlan, type PlanQuestion } from '#domain';
import type { PlanAnswers } from '#market';

/** The best plan, and what taking the best link first would come to. */
export function answerOf(question: PlanQuestion): PlanAnswers {
  const problem = planProblem(question);
  return { best: solvePlan(problem), greedy: greedyPlan(problem) };
}
