import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, VisualMapComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

// A canvas: what is drawn as SVG carries style attributes, which the pages' policy refuses. No tooltips for the same reason.
use([BarChart, HeatmapChart, LineChart, GridComponent, LegendComponent, VisualMapComponent, CanvasRenderer]);

export type ChartOption = EChartsCoreOption;

export interface DrawnChart {
  show(option: ChartOption): void;
  end(): void;
}

/** Draws into the element and follows its size. */
export function drawChart(element: HTMLElement): DrawnChart {
  const chart = init(element);
  const follow = new ResizeObserver(() => chart.resize());
  follow.observe(element);
  return {
    show: (option) => chart.setOption(option, { notMerge: true }),
    end: () => {
      follow.disconnect();
      chart.dispose();
    },
  };
}
