import { Heading, Paragraph, Table, ToggleGroup } from '@digdir/designsystemet-react';
import type { EChartsCoreOption } from 'echarts/core';
import { useCallback, useMemo } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import type { BoardFiguresQuery } from '#operations';
import { Chart } from '../shared/chart.js';
import type { Inks } from '../shared/chart-inks.js';
import { amountWithUnit, labelIn, unitName } from '../shared/decimals.js';
import { Empty } from '../shared/page.js';
import { Withheld } from './figure-number.js';

type Flow = BoardFiguresQuery['circularity']['flows'][number];

interface FlowsProps {
  readonly flows: readonly Flow[];
  readonly unit: string | undefined;
  readonly choose: (unit: string) => void;
}

const ROW_PX = 34;
const LEAST_PX = 220;

/** From which industry to which; amounts of one unit at a time, since tonnes and megawatt hours have no common width. */
export function Flows({ flows, unit, choose }: FlowsProps) {
  const intl = useIntl();
  const units = useMemo(() => [...new Set(flows.map((one) => one.unit))], [flows]);
  const chosen = unit !== undefined && units.includes(unit) ? unit : units[0];
  return (
    <section aria-labelledby="board-flows" className="board-section">
      <Heading id="board-flows" level={2} data-size="sm">
        <FormattedMessage id="board.flows" />
      </Heading>
      {chosen === undefined ? (
        <Empty title={intl.formatMessage({ id: 'board.flows.none' })} />
      ) : (
        <>
          {units.length > 1 && (
            <ToggleGroup
              data-size="sm"
              aria-label={intl.formatMessage({ id: 'board.flows.unit' })}
              value={chosen}
              onChange={choose}
            >
              {units.map((one) => (
                <ToggleGroup.Item key={one} value={one}>
                  {unitName(intl, one)}
                </ToggleGroup.Item>
              ))}
            </ToggleGroup>
          )}
          <FlowsOfUnit flows={flows} unit={chosen} />
        </>
      )}
    </section>
  );
}

function FlowsOfUnit({ flows, unit }: { readonly flows: readonly Flow[]; readonly unit: string }) {
  const intl = useIntl();
  const rows = useMemo(() => flows.filter((one) => one.unit === unit), [flows, unit]);
  const drawn = useMemo(() => rows.filter(({ value }) => value !== null), [rows]);
  const draw = useCallback((inks: Inks) => sankey(drawn, intl, inks), [drawn, intl]);
  const table = <FlowTable rows={rows} />;
  const title = intl.formatMessage({ id: 'board.flows.title' }, { unit: unitName(intl, unit) });
  if (drawn.length === 0)
    return (
      <>
        <Paragraph className="quiet">
          <FormattedMessage id="board.flows.allWithheld" />
        </Paragraph>
        {table}
      </>
    );
  return (
    <Chart
      title={title}
      summary={intl.formatMessage({ id: 'board.flows.summary' }, { count: drawn.length })}
      height={Math.max(LEAST_PX, drawn.length * ROW_PX)}
      draw={draw}
      table={table}
    />
  );
}

/** What the API names other is no industry. */
const industryName = (intl: IntlShape, name: string): string =>
  name === 'other' ? intl.formatMessage({ id: 'board.flows.other' }) : name;

function FlowTable({ rows }: { readonly rows: readonly Flow[] }) {
  const intl = useIntl();
  return (
    <Table data-size="sm">
      <Table.Head>
        <Table.Row>
          {(['from', 'to', 'material', 'amount'] as const).map((head) => (
            <Table.HeaderCell key={head}>
              <FormattedMessage id={`board.flows.${head}`} />
            </Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {rows.map((flow, at) => (
          <Table.Row key={at}>
            <Table.Cell>{industryName(intl, flow.fromIndustry)}</Table.Cell>
            <Table.Cell>{industryName(intl, flow.toIndustry)}</Table.Cell>
            <Table.Cell>
              {flow.material === null
                ? intl.formatMessage({ id: 'board.flows.other' })
                : labelIn(intl, flow.material)}
            </Table.Cell>
            <Table.Cell>
              {flow.value !== null && amountWithUnit(intl, flow.value, flow.unit)}{' '}
              {flow.withheld && <Withheld reason={flow.withheldReason} />}
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}

/** Givers to the left, takers to the right: an industry that does both stands twice, so that nothing runs in a ring. */
function sankey(flows: readonly Flow[], intl: IntlShape, inks: Inks): EChartsCoreOption {
  const nodeOf = (side: 'from' | 'to', industry: string): string => `${side} ${industryName(intl, industry)}`;
  const links = linksOf(flows).map(([, { from, to, flow, width }]) => ({
    source: nodeOf('from', from),
    target: nodeOf('to', to),
    value: width,
    label: { show: false },
    tooltip: {
      formatter: `${industryName(intl, from)} → ${industryName(intl, to)}\n${flow
        .map(
          (one) =>
            `${one.material === null ? '' : `${labelIn(intl, one.material)}: `}${amountWithUnit(intl, one.value ?? '0', one.unit)}`,
        )
        .join('\n')}`,
    },
  }));
  const names = [...new Set(links.flatMap(({ source, target }) => [source, target]))];
  const parts = [inks.part1, inks.part2, inks.part3, inks.part4];
  return {
    tooltip: { renderMode: 'richText', confine: true },
    series: [
      {
        type: 'sankey',
        left: 4,
        right: 4,
        top: 8,
        bottom: 8,
        nodeWidth: 12,
        nodeGap: 14,
        draggable: false,
        emphasis: { focus: 'adjacency' },
        lineStyle: { color: 'source', opacity: 0.35 },
        data: names.map((name, at) => ({
          name,
          itemStyle: { color: parts[at % parts.length], borderWidth: 0 },
          label: { position: name.startsWith('from ') ? 'right' : 'left' },
        })),
        links,
        label: {
          color: inks.ink,
          textBorderColor: inks.surface,
          textBorderWidth: 3,
          width: 200,
          overflow: 'truncate',
          formatter: ({ name }: { name: string }) => name.replace(/^(from|to) /, ''),
        },
      },
    ],
  };
}

interface Link {
  readonly from: string;
  readonly to: string;
  readonly flow: readonly Flow[];
  /** Of the ribbon: pixels, no number that is told. */
  readonly width: number;
}

/** One ribbon for each pair of industries, whatever number of materials goes there. */
function linksOf(flows: readonly Flow[]): readonly (readonly [string, Link])[] {
  const links = new Map<string, Link>();
  for (const flow of flows) {
    const { fromIndustry: from, toIndustry: to, value } = flow;
    const key = `${from}|${to}`;
    const before = links.get(key);
    const width = (before?.width ?? 0) + Math.abs(Number(value));
    links.set(key, { from, to, width, flow: [...(before?.flow ?? []), flow] });
  }
  return [...links];
}
