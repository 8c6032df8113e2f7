import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { useInks, type Inks } from './chart-inks.js';
import { init } from './chart-kit.js';

export interface DrawingProps {
  /** One sentence for who does not see it: what it shows, not its numbers. */
  readonly summary: string;
  /** In pixels. */
  readonly height: number;
  /** Kept from one drawing to the next, unless what it draws changes. */
  readonly draw: (inks: Inks) => EChartsCoreOption;
}

export default function Drawing({ summary, height, draw }: DrawingProps) {
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
