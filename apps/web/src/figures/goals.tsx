import { Bar } from '../shared/bar.js';
import { useTexts } from '../shared/language.js';
import { Empty } from '../shared/notice.js';
import { dayText, shareText, withUnit } from '../shared/numbers.js';
import type { GoalProgress } from './circularity.js';

export function Goals({ goals }: { readonly goals: readonly GoalProgress[] }) {
  const { texts } = useTexts();
  return (
    <section aria-labelledby="goals-heading">
      <h3 id="goals-heading" className="goals-heading">
        {texts.figures.goals}
      </h3>
      {goals.length === 0 ? (
        <Empty title={texts.figures.noGoals} />
      ) : (
        <>
          <p className="quiet">{texts.figures.goalsLead}</p>
          <ul className="goals">
            {goals.map((goal) => (
              <Goal key={goal.name} goal={goal} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Goal({ goal }: { readonly goal: GoalProgress }) {
  const { language, texts } = useTexts();
  const { name, target, contribution, share, unit, dueOn, scope } = goal;
  return (
    <li className="card goal">
      <div className="goal-head">
        <h4>{name}</h4>
        {share !== null && (
          <p className="goal-share">
            {shareText(language, share)} <small>{texts.figures.ofTarget}</small>
          </p>
        )}
      </div>
      {share !== null && <Bar part={share} />}
      <dl className="goal-facts">
        <div>
          <dt>{texts.figures.contribution}</dt>
          <dd>
            {contribution === null
              ? `${texts.figures.withheld}. ${texts.figures.withheldWhy}`
              : withUnit(language, texts, contribution, unit)}
          </dd>
        </div>
        <div>
          <dt>{texts.figures.target}</dt>
          <dd>{withUnit(language, texts, target, unit)}</dd>
        </div>
        <div>
          <dt>{texts.figures.dueOn}</dt>
          <dd>{dayText(language, dueOn)}</dd>
        </div>
      </dl>
      <p className="quiet">
        {texts.figures.scope}: {scope}
      </p>
    </li>
  );
}
