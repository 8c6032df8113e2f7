import type { ReactNode } from 'react';
import type { Asked } from './use-answer.js';
import { useTexts } from './language.js';

interface NoticeProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** Nothing is wrong, there is just nothing yet. */
export const Empty = ({ title, children }: NoticeProps) => (
  <div className="notice notice-empty">
    <p className="notice-title">{title}</p>
    {children}
  </div>
);

export const Problem = ({ title, children }: NoticeProps) => (
  <div className="notice notice-problem" role="alert">
    <p className="notice-title">{title}</p>
    {children}
  </div>
);

/** The shape of what is coming, read out as one sentence. */
const Loading = () => {
  const { texts } = useTexts();
  return (
    <div className="loading" role="status">
      <span className="unseen">{texts.loading}</span>
      {[1, 2, 3].map((line) => (
        <span key={line} className="loading-line" aria-hidden="true" />
      ))}
    </div>
  );
};

interface UnansweredProps {
  readonly asked: Exclude<Asked<unknown>, { readonly is: 'answered' }>;
  readonly again: () => void;
}

/** Everything that a question can come to beside its answer. */
export function Unanswered({ asked, again }: UnansweredProps) {
  const { texts } = useTexts();
  if (asked.is === 'waiting') return <Loading />;
  const title = {
    refused: texts.problems.refused,
    unreachable: texts.problems.unreachable,
    failed: texts.problems.failed,
  };
  return (
    <Problem title={title[asked.is]}>
      {asked.is === 'failed' && <p lang="en">{asked.message}</p>}
      <button type="button" className="button-quiet" onClick={again}>
        {texts.problems.again}
      </button>
    </Problem>
  );
}
