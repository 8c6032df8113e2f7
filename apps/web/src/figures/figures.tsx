import { useCallback } from 'react';
import { ask } from '../shared/graphql.js';
import { useTexts } from '../shared/language.js';
import { Unanswered } from '../shared/notice.js';
import { amountText, dayText, unitText } from '../shared/numbers.js';
import { textOf } from '../shared/texts/nb.js';
import { useAnswer } from '../shared/use-answer.js';
import { calendarYear, CIRCULARITY, yearInOslo, type Figure } from './circularity.js';
import { Goals } from './goals.js';
import './figures.css';

interface FiguresProps {
  readonly token: string;
  readonly cluster: { readonly id: string; readonly name: string };
  readonly onRefused: () => void;
}

export function Figures({ token, cluster, onRefused }: FiguresProps) {
  const { language, texts } = useTexts();
  const { asked, again } = useCircularity(token, cluster.id, onRefused);
  return (
    <section aria-labelledby="figures-heading">
      <h2 id="figures-heading">
        {texts.figures.heading}: {cluster.name}
      </h2>
      {asked.is === 'answered' ? (
        <>
          <p className="quiet">
            {texts.figures.period}: {dayText(language, asked.data.from)} – {dayText(language, asked.data.to)}
          </p>
          <ul className="figures">
            {asked.data.figures.map((figure) => (
              <FigureCard key={figure.name} figure={figure} />
            ))}
          </ul>
          <Goals goals={asked.data.goals} />
        </>
      ) : (
        <Unanswered asked={asked} again={again} />
      )}
    </section>
  );
}

function useCircularity(token: string, clusterId: string, onRefused: () => void) {
  const question = useCallback(
    async (signal: AbortSignal) => {
      const span = { clusterId, ...calendarYear(yearInOslo(new Date())) };
      const answer = await ask(token, CIRCULARITY, span, signal);
      return answer.is === 'answered' ? { is: answer.is, data: answer.data.circularity } : answer;
    },
    [token, clusterId],
  );
  return useAnswer(question, onRefused);
}

function FigureCard({ figure }: { readonly figure: Figure }) {
  const { language, texts } = useTexts();
  const { name, value, unit, basis, factorSet } = figure;
  return (
    <li className="card figure">
      <h3>{textOf(texts.figures.names, name)}</h3>
      {value === null ? (
        <p className="figure-withheld">
          {texts.figures.withheld}
          <small>{texts.figures.withheldWhy}</small>
        </p>
      ) : (
        <p className="figure-value">
          {amountText(language, value)} <span>{unitText(texts, unit)}</span>
        </p>
      )}
      <p className="figure-foot">
        <span className="tag">{texts.figures.bases[basis]}</span>
        <span>
          {texts.figures.factorSet} {factorSet}
        </span>
      </p>
    </li>
  );
}
