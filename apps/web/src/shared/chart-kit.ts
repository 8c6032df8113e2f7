import { BarChart, HeatmapChart, SankeyChart } from 'echarts/charts';
import { GridComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init as initKit, use as register, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([
  BarChart,
  HeatmapChart,
  SankeyChart,
  GridComponent,
  TooltipComponent,
  VisualMapComponent,
  SVGRenderer,
]);

/** The kit empties its elements with a text of markup; the page's policy refuses every such text, the empty one too. */
function emptiedByNodes(element: Element | null): void {
  if (element === null) return;
  Object.defineProperty(element, 'innerHTML', {
    configurable: true,
    set: () => element.replaceChildren(),
  });
}

export function init(element: HTMLElement): EChartsType {
  emptiedByNodes(element);
  const chart = initKit(element, undefined, { renderer: 'svg' });
  emptiedByNodes(element.querySelector('svg'));
  return chart;
}
