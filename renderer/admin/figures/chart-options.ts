import type { StatisticsView } from '../../../preload/contracts/hall-operations.ts';
import { COLOURS } from '../../shared/tokens.ts';
import type { ChartOption } from './draw-chart.ts';

const TEXT = {
  color: COLOURS.ink,
  fontFamily: '"Songting Sans", "Songting Sans Rare", sans-serif',
  fontSize: 14,
};
const base = { animation: false, textStyle: TEXT } as const;
const grid = { left: 8, right: 16, top: 40, bottom: 8, containLabel: true };
const axisLine = { lineStyle: { color: COLOURS.edge } };
const label = { ...TEXT };

/** Series over a line of names: the first in bars, the second as points above them, told apart by shape as well. */
export function barsAndPoints(
  names: readonly string[],
  bars: { readonly name: string; readonly values: readonly (number | null)[] },
  points: { readonly name: string; readonly values: readonly (number | null)[] },
  lying = false,
): ChartOption {
  const nameAxis = {
    type: 'category',
    data: names,
    axisLine,
    axisTick: { show: false },
    axisLabel: {
      ...label,
      hideOverlap: true,
      ...(lying && { width: 150, overflow: 'truncate', interval: 0 }),
    },
    inverse: lying,
  };
  const valueAxis = {
    type: 'value',
    axisLabel: label,
    splitLine: { lineStyle: { color: COLOURS.paper } },
    minInterval: 1,
  };
  return {
    ...base,
    grid,
    legend: { top: 0, left: 0, textStyle: label, itemGap: 24 },
    xAxis: lying ? valueAxis : nameAxis,
    yAxis: lying ? nameAxis : valueAxis,
    series: [
      {
        type: 'bar',
        name: bars.name,
        data: bars.values,
        itemStyle: { color: COLOURS.pine },
        barMaxWidth: 28,
      },
      {
        type: 'line',
        name: points.name,
        data: points.values,
        symbol: 'diamond',
        symbolSize: 10,
        lineStyle: { width: 0 },
        itemStyle: { color: COLOURS.vermilion },
      },
    ],
  };
}

/** How many came in each hour of each weekday. The number stands in its field: colour is only the second hint. */
export function hourField(
  byHour: StatisticsView['byHour'],
  weekdays: readonly string[],
  peopleWord: string,
): ChartOption {
  const hours = byHour.map(({ hour }) => hour);
  const [first, last] = [Math.min(8, ...hours), Math.max(17, ...hours)];
  const names = Array.from({ length: last - first + 1 }, (_, place) => `${first + place}:00`);
  const most = Math.max(1, ...byHour.map(({ issued }) => issued));
  return {
    ...base,
    grid: { ...grid, top: 8 },
    xAxis: { type: 'category', data: names, axisLine, axisTick: { show: false }, axisLabel: label },
    yAxis: {
      type: 'category',
      data: weekdays,
      inverse: true,
      axisLine,
      axisTick: { show: false },
      axisLabel: label,
    },
    visualMap: { show: false, min: 0, max: most, inRange: { color: [COLOURS.paper, COLOURS.amber] } },
    series: [
      {
        type: 'heatmap',
        name: peopleWord,
        data: byHour.map(({ weekday, hour, issued }) => [hour - first, weekday - 1, issued]),
        label: { show: true, ...TEXT },
        itemStyle: { borderColor: COLOURS.white, borderWidth: 2 },
      },
    ],
  };
}
