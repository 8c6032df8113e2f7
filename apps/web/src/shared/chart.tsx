import { Details } from '@digdir/designsystemet-react';
import { lazy, Suspense, useId, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { DrawingProps } from './drawing.js';
import { Wide } from './wide.js';
import './chart.css';

/** What draws is as large as the rest of the page: it comes when the page stands. */
const Drawing = lazy(() => import('./drawing.js'));

interface ChartProps extends DrawingProps {
  /** Names it; stands above it. */
  readonly title: string;
  /** The same numbers as a table. */
  readonly table: ReactNode;
}

/** A drawing with its twin: every number of it stands in the table below. */
export function Chart({ title, summary, height, draw, table }: ChartProps) {
  const id = useId();
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <Suspense fallback={<div className="chart-drawing" style={{ height }} />}>
        <Drawing summary={summary} height={height} draw={draw} />
      </Suspense>
      <Details className="chart-table">
        <Details.Summary>
          <FormattedMessage id="shared.chart.asTable" values={{ title }} />
        </Details.Summary>
        <Details.Content>
          <Wide label={title}>{table}</Wide>
        </Details.Content>
      </Details>
    </figure>
  );
}
