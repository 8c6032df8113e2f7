import { useQuery } from '@apollo/client/react';
import { Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import type { EChartsCoreOption } from 'echarts/core';
import { useCallback } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import type { BoardHeatQuery } from '#operations';
import { Chart } from '../shared/chart.js';
import type { Inks } from '../shared/chart-inks.js';
import { amountWithUnit, decimalText } from '../shared/decimals.js';
import { Whole } from '../shared/whole.js';
import { useRenewal } from '../shell/live.js';
import { BoardHeat } from './board.graphql';
import type { Question } from './question.js';

type Heat = NonNullable<BoardHeatQuery['circularity']['heatByMonth']>;

const LINES = ['offered', 'needed', 'coincides'] as const;
const HEIGHT = 220;

export function HeatSection({ question: { clusterId, from, to } }: { readonly question: Question }) {
  const result = useQuery(BoardHeat, { variables: { clusterId, from, to } });
  useRenewal(['figuresChanged'], result);
  return (
    <section aria-labelledby="board-heat" className="board-section">
      <Heading id="board-heat" level={2} data-size="sm">
        <FormattedMessage id="board.heat" />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id="board.heat.lead" />
      </Paragraph>
      <Whole result={result}>
        {({ circularity: { heatByMonth } }) =>
          heatByMonth === null ? (
            <Paragraph className="quiet">
              <FormattedMessage id="board.withheld.NEVER_PUBLISHED" />
            </Paragraph>
          ) : (
            <HeatMap heat={heatByMonth} />
          )
        }
      </Whole>
    </section>
  );
}

const monthName = (intl: IntlShape, month: number, width: 'short' | 'long'): string =>
  intl.formatDate(new Date(Date.UTC(2026, month - 1)), { month: width, timeZone: 'UTC' });

function HeatMap({ heat }: { readonly heat: Heat }) {
  const intl = useIntl();
  const draw = useCallback((inks: Inks) => heatMap(heat, intl, inks), [heat, intl]);
  const { unit, offeredUnspread, neededUnspread } = heat;
  return (
    <>
      <Chart
        title={intl.formatMessage({ id: 'board.heat.title' }, { unit })}
        summary={intl.formatMessage({ id: 'board.heat.summary' })}
        height={HEIGHT}
        draw={draw}
        table={<HeatTable heat={heat} />}
      />
      <Paragraph className="quiet">
        <FormattedMessage
          id="board.heat.unspread"
          values={{
            offered: amountWithUnit(intl, offeredUnspread, unit),
            needed: amountWithUnit(intl, neededUnspread, unit),
          }}
        />
      </Paragraph>
    </>
  );
}

function HeatTable({ heat: { months, unit } }: { readonly heat: Heat }) {
  const intl = useIntl();
  return (
    <Table data-size="sm">
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell>
            <FormattedMessage id="board.heat.month" />
          </Table.HeaderCell>
          {LINES.map((line) => (
            <Table.HeaderCell key={line} className="board-cell">
              <FormattedMessage id={`board.heat.${line}`} />
            </Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {months.map((one) => (
          <Table.Row key={one.month}>
            <Table.HeaderCell scope="row">{monthName(intl, one.month, 'long')}</Table.HeaderCell>
            {LINES.map((line) => (
              <Table.Cell key={line} className="board-cell">
                {amountWithUnit(intl, one[line], unit)}
              </Table.Cell>
            ))}
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}

/** Darker is more; each square says its number when it is pointed at, and the table says all of them. */
function heatMap({ months, unit }: Heat, intl: IntlShape, inks: Inks): EChartsCoreOption {
  const cells = LINES.flatMap((line, row) => months.map((one, at) => [at, row, Number(one[line])] as const));
  const axis = {
    type: 'category',
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: { color: inks.ink },
  } as const;
  return {
    grid: { left: 8, right: 8, top: 8, bottom: 48, containLabel: true },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      formatter: ({ data: [at, row] }: { data: readonly [number, number] }) => {
        const [month, line] = [months[at], LINES[row]];
        return month === undefined || line === undefined
          ? ''
          : `${monthName(intl, month.month, 'long')}, ${intl.formatMessage({ id: `board.heat.${line}` })}: ${amountWithUnit(intl, month[line], unit)}`;
      },
    },
    xAxis: { ...axis, data: months.map(({ month }) => monthName(intl, month, 'short')) },
    yAxis: {
      ...axis,
      inverse: true,
      data: LINES.map((line) => intl.formatMessage({ id: `board.heat.${line}` })),
    },
    visualMap: {
      min: 0,
      max: Math.max(1, ...cells.map(([, , value]) => value)),
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      itemHeight: 140,
      textStyle: { color: inks.quiet },
      formatter: (value: number) => decimalText(intl, String(value)),
      inRange: { color: [inks.sunken, inks.part1] },
    },
    series: [
      {
        type: 'heatmap',
        data: cells,
        itemStyle: { borderColor: inks.surface, borderWidth: 2, borderRadius: 4 },
      },
    ],
  };
}
