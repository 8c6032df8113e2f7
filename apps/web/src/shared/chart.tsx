import { Details } from '@digdir/designsystemet-react';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { init } from './chart-kit.js';
import { useInks, type Inks } from './chart-inks.js';
import './chart.css';

interface ChartProps {
  /** Names it; stands above it. */
  readonly title: string;
  /** One sentence for who does not see it: what it shows, not its numbers. */
  readonly summary: string;
  /** In pixels. */
  readonly height: number;
  /** Kept from one drawing to the next, unless what it draws changes. */
  readonly draw: (inks: Inks) => EChartsCoreOption;
  /** The same numbers as a table. */
  readonly table: ReactNode;
}

/** A drawing with its twin: every number of it stands in the table below. */
export function Chart({ title, summary, height, draw, table }: ChartProps) {
  const id = useId();
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <Drawing summary={summary} height={height} draw={draw} />
      <Details className="chart-table">
        <Details.Summary>
          <FormattedMessage id="shared.chart.asTable" values={{ title }} />
        </Details.Summary>
        <Details.Content>{table}</Details.Content>
      </Details>
    </figure>
  );
}

type DrawingProps = Pick<ChartProps, 'summary' | 'height' | 'draw'>;

function Drawing({ summary, height, draw }: DrawingProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const inks = useInks();
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const made = init(element);
    chart.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.current = undefined;
      made.dispose();
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption({ ...base(inks), ...draw(inks) }, { notMerge: true });
    chart.current?.resize();
  }, [inks, draw, height]);
  return <div ref={place} className="chart-drawing" style={{ height }} role="img" aria-label={summary} />;
}

/** Still and in the page's letters; what is pointed at is told in the drawing, since markup would be refused. */
const base = ({ ink }: Inks): EChartsCoreOption => ({
  animation: false,
  textStyle: { fontFamily: "'Inter Variable', system-ui, sans-serif", color: ink },
});
